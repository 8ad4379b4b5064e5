#!/usr/bin/env bash
# A Slurm array: each task makes its part of the documents.
#
#   sbatch --array=1-8 docs/recipes/slurm-array.sh DATA OUT
#
# All tasks see DATA, OUT and gongkai with its fonts/. A task that is run again makes only what is missing. The parts are cut by
# file name, so the number of tasks must be the same for all: submit the array anew to change it.
#SBATCH --job-name=gongkai
#SBATCH --cpus-per-task=1
#SBATCH --mem=1G
#SBATCH --requeue
set -euo pipefail
data=$1 out=$2

mkdir -p "$out.summary"
status=0
srun --quiet gongkai render "$data" -d "$out" --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" \
  -j "${SLURM_CPUS_PER_TASK:-1}" -q --summary json >"$out.summary/$SLURM_ARRAY_TASK_ID.json" || status=$?
# 1 says that some data have faults: they stand in the summary, and the task is done all the same.
[ "$status" -le 1 ]
