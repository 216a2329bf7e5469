#!/usr/bin/env bash
# Writes what Arena is made of, as CycloneDX: deploy/sbom.sh [FOLDER], without an argument artifacts/sbom.
#   arena-gateway.cdx.json, arena-silo.cdx.json, arena-cli.cdx.json   packages of .NET, with those that they bring along
#   arena-web.cdx.json   packages of npm. The pages are built of what package.json calls development dependencies: none is left out
# Needs the .NET SDK and Node.js. It reads lock files and restored packages alone: build first.
set -euo pipefail
cd "$(dirname "$0")/.."
folder="${1:-artifacts/sbom}"
mkdir -p "$folder"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet tool restore
for project in gateway/Arena.Gateway silo/Arena.Silo silo/Arena.Cli; do
  name="$(basename "$project" | tr '[:upper:].' '[:lower:]-')"
  dotnet dotnet-CycloneDX "$project/$(basename "$project").csproj" --recursive --disable-package-restore --no-serial-number \
    --output-format Json --output "$folder" --filename "$name.cdx.json"
done
(cd gateway/web && npm sbom --package-lock-only --sbom-format cyclonedx --sbom-type application) > "$folder/arena-web.cdx.json"
ls -l "$folder"
