import { loadEditorTexts } from '$lib/author/texts.svelte';
import { loadExportTexts } from '$lib/export/texts.svelte';
import { loadAccountTexts } from '$lib/i18n/account-texts.svelte';
import { loadBankTexts } from '$lib/i18n/bank-texts.svelte';
import { loadConsoleTexts } from '$lib/i18n/console-texts.svelte';
import { loadDeviceTexts } from '$lib/i18n/device-texts.svelte';
import { loadPowerUpTexts } from '$lib/i18n/power-up-texts.svelte';
import { loadModeTexts } from '$lib/i18n/mode-texts.svelte';
import { loadQuizTexts } from '$lib/i18n/quiz-texts.svelte';
import { loadLibraryTexts } from '$lib/library/texts.svelte';
import { loadFormTexts } from '$lib/questions/form-texts.svelte';
import { loadProfileTexts } from '$lib/profile/texts.svelte';
import { hostViews } from '$lib/questions/host';
import { playerViews } from '$lib/questions/player';
import { questionTypes } from '$lib/questions/types';
import { loadReportTexts } from '$lib/report/texts.svelte';
import { loadInviteTexts } from '$lib/share/texts.svelte';

/** Parts that pages load when they need them: a story shows all of them at once. */
export const loadParts = (): Promise<unknown> =>
  Promise.all([
    loadEditorTexts(),
    loadExportTexts(),
    loadQuizTexts(),
    loadAccountTexts(),
    loadBankTexts(),
    loadConsoleTexts(),
    loadDeviceTexts(),
    loadModeTexts(),
    loadPowerUpTexts(),
    loadLibraryTexts(),
    loadProfileTexts(),
    loadReportTexts(),
    loadInviteTexts(),
    loadFormTexts(),
    ...questionTypes.flatMap((type) => [playerViews(type), hostViews(type)]),
    import('$lib/author/Preview.svelte'),
    import('$lib/host/StagePodium.svelte'),
    import('$lib/questions/TypeForm.svelte'),
  ]);
