#!/usr/bin/env bash
# What action.yml runs: findings beside their lines in a pull request, and as SARIF where a file is named.
set -euo pipefail
args=(--max-warnings "${GONGWEN_MAX_WARNINGS:-0}" --locale "${GONGWEN_LOCALE:-zh-cn}")
if [ -n "${GONGWEN_PROFILE:-}" ]; then args+=(--profile "$GONGWEN_PROFILE"); fi
if [ -n "${GONGWEN_BASELINE:-}" ]; then args+=(--baseline "$GONGWEN_BASELINE"); fi
paths=()
while IFS= read -r line; do
  if [ -n "$line" ]; then paths+=("$line"); fi
done <<<"${GONGWEN_PATHS:-.}"
if [ -n "${GONGWEN_SARIF:-}" ]; then
  # Findings make no difference here: the run below decides.
  node "$GONGWEN_HOME/scripts/cli.mjs" lint --format sarif "${args[@]}" -- "${paths[@]}" >"$GONGWEN_SARIF" || [ $? -eq 1 ]
fi
exec node "$GONGWEN_HOME/scripts/cli.mjs" lint --format github "${args[@]}" -- "${paths[@]}"
