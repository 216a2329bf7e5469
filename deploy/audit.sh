#!/usr/bin/env bash
# Asks the advisory databases of NuGet and npm about the packages that Arena is made of, those that they bring along included. Ends with 1 if
# one of them has a known weakness (of npm: a high one), or if a database cannot be asked. Needs the network.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
failed=0

# Restores with the audit on, in which every advisory, and every source without an audit, is an error.
dotnet restore Arena.sln --force -p:NuGetAudit=true -p:WarningsNotAsErrors= || failed=1
found="$(dotnet list Arena.sln package --vulnerable --include-transitive)" || failed=1
printf '%s\n' "$found"
grep -q 'has the following vulnerable packages' <<< "$found" && failed=1

# The pages are built of what package.json calls development dependencies: none is left out.
(cd gateway/web && npm audit --audit-level=high) || failed=1
exit "$failed"
