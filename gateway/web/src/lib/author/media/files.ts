/** The first file that is dropped or pasted. */
export function fileOf(data: DataTransfer | null): File | null {
  return data?.files[0] ?? null;
}

/** Whether a file, and not a text, is being dragged. */
export const holdsFile = (data: DataTransfer | null): boolean => data?.types.includes('Files') ?? false;
