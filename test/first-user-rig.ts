/**
 * A repository laid out as one that trains an LSTM on windows of prices: a package in `src/` with a command line, scripts,
 * settings, commands and agents of a coding agent, data that git ignores, and no pull requests yet.
 */

import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { projectWith } from './drivers/rig.ts';

/** Accuracy depends on sigma, so that a sweep has a winner. A split is required; there is no option for epochs. */
const commandLine = `"""Command line of the package."""
import argparse
import json
import sys
from pathlib import Path


def train(args):
    if not Path(args.split).is_file():
        print(f"no such split: {args.split}", file=sys.stderr)
        return 1
    accuracy = 0.95 - abs(args.jitter_sigma - 0.03)
    folder = Path("artifacts") / "models" / args.model
    folder.mkdir(parents=True, exist_ok=True)
    metrics = {"model": args.model, "accuracy": accuracy, "f1": accuracy - 0.02, "cv_folds": 5}
    (folder / "metrics.json").write_text(json.dumps(metrics))
    print(f"trained {args.model} with sigma {args.jitter_sigma}")
    return 0


def evaluate(args):
    print(f"evaluated {args.split_dir}")
    return 0


def main(argv=None):
    parser = argparse.ArgumentParser(prog="moola")
    sub = parser.add_subparsers(dest="command", required=True)
    p_doctor = sub.add_parser("doctor", help="looks at the machine")
    p_doctor.set_defaults(run=lambda args: 0)
    p_train = sub.add_parser("train", help="trains one model")
    p_train.add_argument("--model", default="simple_lstm", choices=["simple_lstm", "minirocket"])
    p_train.add_argument("--data", default="data/processed/train.parquet")
    p_train.add_argument("--split", required=True, help="a file with indices (JSON)")
    p_train.add_argument("--device", default="cpu")
    p_train.add_argument("--seed", type=int, default=1337)
    p_train.add_argument("--save-run", action="store_true")
    p_train.add_argument(
        "--jitter-sigma",
        type=float,
        default=0.03,
    )
    p_train.add_argument("--warp-sigma", type=float, default=0.2)
    p_train.add_argument("--over", action="append", default=[])
    p_train.set_defaults(run=train)
    p_pretrain = sub.add_parser("pretrain-bilstm")
    p_pretrain.add_argument("--input", required=True)
    p_pretrain.add_argument("--epochs", type=int, default=50)
    p_pretrain.set_defaults(run=lambda args: 0)
    p_evaluate = sub.add_parser("evaluate")
    p_evaluate.add_argument("--split-dir", required=True)
    p_evaluate.set_defaults(run=evaluate)
    args = parser.parse_args(argv)
    return args.run(args)


if __name__ == "__main__":
    raise SystemExit(main())
`;

const script = `"""Trains the larger model."""
import argparse
import json
import os

parser = argparse.ArgumentParser()
parser.add_argument("--data", default="data/processed/train.parquet")
parser.add_argument("--output", default="artifacts/enhanced", help="a folder")
parser.add_argument("--epochs", type=int, default=60)
parser.add_argument("--batch-size", type=int, default=512)
parser.add_argument("--lr", type=float, default=1e-3)
parser.add_argument("--device", choices=["cpu", "cuda"], default="cpu")
parser.add_argument("--seed", type=int, default=1337)
args = parser.parse_args()
os.makedirs(args.output, exist_ok=True)
accuracy = 0.96 - abs(args.lr - 0.002) * 10
with open(os.path.join(args.output, "results.json"), "w") as out:
    json.dump({"val_acc": accuracy, "status": "passed"}, out)
`;

const files: Readonly<Record<string, string>> = {
  'pyproject.toml': `[build-system]
requires = ["setuptools>=68"]
build-backend = "setuptools.build_meta"

[project]
name = "moola"
version = "0.1.0"
requires-python = ">=3.10"
dependencies = ["numpy", "torch"]

[tool.black]
line-length = 100
`,
  'src/moola/__init__.py': '',
  'src/moola/cli.py': commandLine,
  'src/moola/utils/__init__.py': '',
  'src/moola/utils/results_logger.py': 'RESULTS = "experiment_results.jsonl"\n',
  'scripts/train_enhanced.py': script,
  'scripts/evaluation/select_phase_winner.py': 'print("nobody")\n',
  'configs/_base/gates.yaml': '# at least\nhit_at_3: 0.60\nf1_macro: 0.50\n# at most\nece: 0.10\n',
  '.factory/commands/ml-workflow.md':
    '# Workflows\n\nOrchestrates commands.\n\n```bash\n/ml-train --model simple_lstm --device cuda --epochs 60\n```\n',
  '.factory/commands/ml-train.md': '# Training\n\nTrains the model that $ARGUMENTS names.\n',
  '.factory/commands/data-audit.md': 'Audits the data.\n',
  '.factory/commands/tm-list': '#!/usr/bin/env bash\necho tasks\n',
  '.factory/commands/tm-next': '#!/usr/bin/env bash\necho task\n',
  '.factory/droids/ml-engineer.md': '# ML engineer\n\nTrains, evaluates and deploys.\n',
  '.factory/droids/ml_workflow_orchestrator.md': 'Runs chains.\n',
  '.factory/droids/data-engineer.md':
    '---\nname: data-engineer\ndescription: Looks after data\n---\nCheck the data.\n',
  '.factory/droids/generate.sh': '#!/bin/sh\necho droids\n',
  '.pre-commit-config.yaml': `repos:
  - repo: local
    hooks:
      - { id: python3, name: python3 and not python, language: pygrep, entry: '\\bpython ', files: '\\.sh$' }
`,
  'CLAUDE.md': 'Results are JSON lines. No Docker.\n',
  '.gitignore': '__pycache__/\n*.jsonl\n/data/\n/artifacts/\n.claude/',
};

/** Committed on `main`; the data is there, and not in git. */
export function firstUser(): string {
  const folder = projectWith({
    ...files,
    'data/splits/temporal_split.json': '{"train": [0, 1], "val": [2]}\n',
  });
  for (const name of ['commands/tm-list', 'commands/tm-next', 'droids/generate.sh'])
    chmodSync(join(folder, '.factory', name), 0o755);
  gitIn(folder, 'init', '-q', '-b', 'main');
  commitAll(folder, 'All of it');
  return folder;
}

export function commitAll(folder: string, message: string): void {
  gitIn(folder, 'add', '-A');
  gitIn(folder, 'commit', '-q', '-m', message);
}

export function gitIn(folder: string, ...words: string[]): string {
  const who = ['-c', 'user.name=someone', '-c', 'user.email=someone@example.com'];
  return execFileSync('git', [...who, ...words], { cwd: folder, encoding: 'utf8' });
}
