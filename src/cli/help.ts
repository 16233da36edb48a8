/** The help texts. */
import type { CommandName } from './arguments.ts';

const overview = `ml-workflow turns slash-chain workflow files into parallel, gated runs.

  ml-workflow init                 write a project for the training in this folder, and what answers comments
  ml-workflow run <workflow>       run a workflow or a chain on this machine
  ml-workflow plan <workflow>      show what would run, with every name resolved
  ml-workflow check [<workflow>]   report every mistake in the project's files
  ml-workflow fmt [<workflow>…]    write chains in their one canonical layout
  ml-workflow compile [<name>…]    write workflows as jobs of GitHub Actions
  ml-workflow resume [<run>]       go on with a run that was interrupted, or that waits for approval
  ml-workflow why <step>           say why a step of a run ran, or did not
  ml-workflow report [<run>]       write a run as one HTML file
  ml-workflow doctor [<workflow>]  say whether keys, hosts and accounts are ready, and what to do
  ml-workflow reap                 end what is left of your RunPod pods
  ml-workflow help [<command>]     this, or more about one command
  ml-workflow version

A workflow is a file (\`workflows/sweep.yml\`), the name of one in \`workflows/\`, or a chain in quotes.

Options
  --project <folder>   the folder with \`ml-workflow.yml\` (default: this one)
  --format <format>    \`text\` (default), \`json\`; for plan also \`mermaid\`, for check \`sarif\` and \`github\`
  --param <name=value> a parameter of the workflow whose name is taken by an option; others are --<name> <value>
  --check              fmt and compile: change nothing, list what would change
  --logs               run and resume: also show what the commands print, as it comes
  --run <run>          why: about which run (default: the newest); reap: also all pods of that run
  --approve <label>    resume: give the approval that the run waits for; --reject <label> refuses it
  --edited             resume: plan the workflow anew, take over what is unchanged
  --dry-run            reap: end nothing, say what would end; --all: end all pods of yours
  --target, --offline  doctor: look at this target only; ask nobody
  --out, --action      compile: the folder for the files; the action they use
  --template, --yes    init: which workflow to write; ask nothing
  --compare <run>      report: the run that it is compared with; --out <file>: where the file goes
  --help               more about a command

Exit codes
  0 passed, or what went wrong was handled: by an else branch, a \`/catch:\`, a \`||\`   1 failed, a gate error too
  2 the input is wrong   3 a gate was not met   4 waits for a person's approval   130 cancelled
`;

const topics: Readonly<Record<CommandName, string>> = {
  init: `ml-workflow init [--template <name>] [--target <name>] [--train <command>] [--yes] [--force]
ml-workflow init --router [--check]

Looks at the folder: a Python package with a command \`train\`, or a \`train.py\`; the options it takes, the file it writes. Writes
\`ml-workflow.yml\`, a workflow, its jobs for GitHub, and the two workflow files that answer comments on pull requests: \`ml.yml\`,
which starts runs, and \`ml-run.yml\`, which runs typed chains. Says what it has guessed. Runs nothing of the project. What it
writes has passed \`check\`; with a mistake nothing is written. Files that are there already are never replaced.

  --template <name>  \`sweep\` (default): points side by side, and a gate on the best; \`train\`: one training and a gate;
                     \`minimal\`: one training
  --target <name>    where it trains: \`local\` (default), \`runpod\`, \`ssh\`
  --train <command>  how the training is called, without its arguments
  --yes              ask nothing, also at a terminal
  --force            replace what is there, if it is committed
  --router           write \`ml.yml\` and \`ml-run.yml\` alone, again: what \`ml-run.yml\` may see follows from the project file
  --check            beside --router: write nothing, list what is stale or missing; the exit code is 1 if there is any
  --action <action>  the action that the files use, as for \`compile\`
  --format json      for machines

Examples
  ml-workflow init
  ml-workflow init --yes --template train --target runpod
  ml-workflow init --train 'python3 scripts/fit.py' --project models/lstm
  ml-workflow init --router --check
`,
  run: `ml-workflow run <workflow | chain> [--<param> <value> …]

Runs it on this machine. Everything is kept in \`.ml-workflow/runs/<id>/\`: the plan, the journal, and a folder with log
and results for each command. Ctrl-C ends every process and writes down what happened; \`resume\` goes on from there.
On a terminal it asks you for approvals; elsewhere it stops with exit code 4 when only these are left.

Examples
  ml-workflow run runpod-hpo-parallel
  ml-workflow run workflows/runpod-hpo-parallel.yml --project examples/simple-lstm --epochs 20
  ml-workflow run '/train → /if:accuracy>0.9 → /deploy'
  ml-workflow run sweep --format json | jq .decision
`,
  plan: `ml-workflow plan <workflow | chain> [--<param> <value> …]

Shows the chain as it would run: how each name was read, which metric each gate compares and who reports it, how often
something is tried, and how long and how much it takes at worst. Runs nothing.

Examples
  ml-workflow plan runpod-hpo-parallel
  ml-workflow plan '/train → /if:acc>90 → /deploy'
  ml-workflow plan sweep --format mermaid
`,
  check: `ml-workflow check [<workflow | chain>] [--<param> <value> …]

Reports every mistake at once, with place and help. Without a workflow it checks the project file and all of \`workflows/\`.
Exit code 2 when there is an error; warnings and notices alone are 0. \`--format sarif\` is for code scanning, \`github\` for
annotations in a job of GitHub Actions, where the text comes with them anyway.

Examples
  ml-workflow check
  ml-workflow check workflows/sweep.yml --format json
  ml-workflow check --format sarif > ml-workflow.sarif
`,
  fmt: `ml-workflow fmt [<workflow>…] [--check]

Writes every \`chain:\` of the files in the canonical layout: slashes, \`→\`, one statement a line, lines of at most 100
columns, comments kept. Nothing else in a file changes. Without a workflow it takes the project file and all of
\`workflows/\`. With \`-\` it reads a chain from standard input and prints it. A file with a mistake in a chain stays as it
is, and the exit code is 2. \`--check\` changes nothing, lists the files that would change, and exits with 1 if there are any.

Examples
  ml-workflow fmt
  ml-workflow fmt sweep workflows/deploy.yml
  ml-workflow fmt --check
  echo 'if:acc > 0.9 -> deploy' | ml-workflow fmt -
`,
  compile: `ml-workflow compile [<workflow>…] [--check] [--out <folder>] [--action <owner/repo@ref>]

Writes each workflow as a file of GitHub Actions, \`.github/workflows/<name>.yml\` at the root of the repository: a job for
each stretch of the chain with a step for each element, a matrix for each \`parallel\` block, a job of its own for a command
with an \`environment:\`. Without a workflow it takes all of \`workflows/\`. With a mistake in one of them nothing is
written, and the exit code is 2. A file that somebody else wrote is never overwritten.

  --check           write nothing, list the files that are stale, missing or left over; the exit code is 1 if there are any
  --out <folder>    where the files go
  --action <action> the action that they use: \`moola/ml-workflow@v1\`, or a commit with its version behind it,
                    \`'moola/ml-workflow@<40 digits> # v1.2.3'\`; by default the one that they use now
  --format json     for machines

Examples
  ml-workflow compile
  ml-workflow compile sweep --project examples/simple-lstm
  ml-workflow compile --check
`,
  resume: `ml-workflow resume [<run>] [--approve <label> | --reject <label>] [--edited]

Goes on with a run that was cancelled or killed, from its journal: what has finished is not run again, what was interrupted is.
Without an id it takes the newest run. A run that is over is only reported again: to go on after a correction, \`--edited\`.

  --approve <label>    the run waits for this approval: give it, and go on
  --reject <label>     refuse it
  --edited             plan the workflow anew, as a new run with the parameters of the old one (\`--param name=value\` changes
                       one); what is unchanged, up to the first thing that is not, is taken over and not run again

Examples
  ml-workflow resume
  ml-workflow resume 20261121-101500-sweep-3f9a
  ml-workflow resume --approve production
  ml-workflow resume --edited --param epochs=80
`,
  why: `ml-workflow why <step> [--run <run>]

Says why a step of a run ran, was skipped, or was taken over from an earlier run. From the run's journal alone, also while it
goes on. A step is given by its id, its title, its command's name, or a part of these. Without \`--run\` it is the newest run.

Examples
  ml-workflow why deploy
  ml-workflow why /train:sigma-0.10 --run 20261121-101500-sweep-3f9a
  ml-workflow why analyze-failures --format json
`,
  report: `ml-workflow report [<run>] [--out <file>] [--compare <run>]

Writes a run as one HTML file that needs nothing else and can be sent to anybody: verdict, gates with what was measured, the
chain, the sweep as a chart and as a table that can be sorted, learning curves, failures, pods and what they cost, what
changed since an earlier run, and the end of each log. From the run's own folder, also while it goes on. Without an id it
takes the newest run. Prints where the file is: \`report.html\` in the folder of the run.

  --out <file>      write it there; \`-\` prints the page itself
  --compare <run>   compare with this run (default: the one of the same workflow before); \`none\` compares with nothing
  --format json     print the report for machines, write nothing

Examples
  ml-workflow report
  ml-workflow report 20261121-101500-sweep-3f9a --out sweep.html
  ml-workflow report --compare 20261120-090000-sweep-11d2
  ml-workflow report --format json | jq .gates
`,
  doctor: `ml-workflow doctor [<workflow | chain>] [--target <name>] [--offline]

Looks at all that a run will need: this machine, the project's files, and each target on another host. For a host over SSH: the
settings, the keys, who answers there, the login, its programs and its disk. For RunPod: the key, what it may read, your pods
that are alive, the rate limit, and what can be rented now at what price. Says what to do about what is missing. It makes no
pod and changes nothing, and never shows a key. Without a workflow it looks at every target that the project declares.
The exit code is 1 when there is a problem.

  --target <name>   only this target
  --offline         only what can be seen without asking anybody
  --format json     for machines

Where a host key is not set yet, it shows the one that the host has, and does not trust it: compare its fingerprint with what the
host's own console or log says before you set it.

Examples
  ml-workflow doctor
  ml-workflow doctor sweep
  ml-workflow doctor --target pod --format json | jq '.sections[].checks[] | select(.state == "problem")'
`,
  reap: `ml-workflow reap [--run <run>] [--all] [--dry-run] [--owner <owner>] [--key-variable <name>]

Looks through all pods of the RunPod account and ends those of yours that nobody ends any more: past their end of life,
stopped or failed. Pods that are not provably yours, by name and by the owner in their environment, are counted and never
touched. Needs no project; the account's key is read from the environment variable \`RUNPOD_API_KEY\`. An end counts only
when RunPod no longer knows the pod. The exit code is 1 when the list could not be read to its end or a pod is not provably gone.

  --run <run>            also all pods of this run, whatever their end of life
  --all                  all pods of yours, also those of runs that go on
  --dry-run              end nothing, say what would end
  --owner <owner>        whose pods (default: ML_WORKFLOW_OWNER, the repository in a job of GitHub Actions, else the address
                         of this folder's git remote). \`github:1234567\` are those of the repository with that id
  --key-variable <name>  the environment variable with the account's key
  --format json          for machines

Examples
  ml-workflow reap --dry-run
  ml-workflow reap --run 20261121-101500-sweep-3f9a
  ml-workflow reap --all --owner github:1234567
  ml-workflow reap --format json | jq '.pods[] | select(.outcome == "not-ended")'
`,
  help: overview,
  version: 'ml-workflow version\n\nPrints the version.\n',
};

export function helpText(topic?: CommandName): string {
  return topic === undefined ? overview : topics[topic];
}
