#!/usr/bin/env bash
# Trains on each list of draw_defaults.py with each choice and keeps the figure on its validation side.
#
# usage: default_choices.sh LISTS results.csv [PATTERN [CHOICES]]
#
# A choice is network:size:batch:epochs, as for train; 0 and what is left out choose by themselves, and "backbone" is the head start.
# A line that is in results.csv already is not computed again.
set -euo pipefail
lists=$1
results=$2
pattern=${3:-.}
choices=${4:-six-conv:0:0 residual:0:0 tiny:0:0 six-conv:32:0 six-conv:64:0 six-conv:0:32 six-conv:0:0:120 mobile:128:0 residual:128:0}
start="$(dirname "$0")/../cnn-classifier"
touch "$results"
model=$(mktemp -d)/model.zip
for list in "$lists"/*.csv; do
	name=$(basename "$list" .csv)
	[[ "$name" =~ $pattern ]] || continue
	for choice in $choices; do
		grep -q "^$name,$choice," "$results" && continue
		IFS=: read -r network size batch epochs <<< "$choice"
		if [[ $network == backbone ]]; then keys=(start=backbone)
		else keys=(start=scratch "network=$network" "width=$size" "height=$size" "batchSize=$batch" "epochs=${epochs:-0}"); fi
		before=$(date +%s)
		line=$("$start" train "images=$list" "model=$model" groups=none allowLeak=true seed=1 overwrite=true "${keys[@]}" | tr ' ' '\n')
		figure=$(sed -n 's/^balanced_accuracy=//p' <<< "$line")
		[[ -n "$figure" ]] || { echo "$name $choice: no figure" >&2; exit 1; }
		echo "$name,$choice,$figure,$(($(date +%s) - before))" | tee -a "$results"
	done
done
