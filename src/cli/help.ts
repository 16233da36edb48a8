/** The help texts. */
import type { CommandName } from './arguments.ts';

const overview = `ml-workflow turns slash-chain workflow files into parallel, gated runs.

  ml-workflow run <workflow>       run a workflow or a chain on this machine
  ml-workflow plan <workflow>      show what would run, with every name resolved
  ml-workflow check [<workflow>]   report every mistake in the project's files
  ml-workflow resume [<run>]       go on with a run that was interrupted
  ml-workflow help [<command>]     this, or more about one command
  ml-workflow version

A workflow is a file (\`workflows/sweep.yml\`), the name of one in \`workflows/\`, or a chain in quotes.

Options
  --project <folder>   the folder with \`ml-workflow.yml\` (default: this one)
  --format <format>    \`text\` (default), \`json\`; for plan also \`mermaid\`
  --param <name=value> a parameter of the workflow whose name is taken by an option; others are --<name> <value>
  --logs               run and resume: also show what the commands print, as it comes
  --help               more about a command

Exit codes
  0 passed, or a gate was not met and the else branch ran   1 failed, a gate error too
  2 the input is wrong   3 a gate was not met   130 cancelled
`;

const topics: Readonly<Record<CommandName, string>> = {
  run: `ml-workflow run <workflow | chain> [--<param> <value> …]

Runs it on this machine. Everything is kept in \`.ml-workflow/runs/<id>/\`: the plan, the journal, and a folder with log
and results for each command. Ctrl-C ends every process and writes down what happened; \`resume\` goes on from there.

Examples
  ml-workflow run runpod-hpo-parallel
  ml-workflow run workflows/runpod-hpo-parallel.yml --project examples/simple-lstm --epochs 20
  ml-workflow run '/train → /if:accuracy>0.9 → /deploy'
  ml-workflow run sweep --format json | jq .decision
`,
  plan: `ml-workflow plan <workflow | chain> [--<param> <value> …]

Shows the chain as it would run: how each name was read, which metric each gate compares and who reports it. Runs nothing.

Examples
  ml-workflow plan runpod-hpo-parallel
  ml-workflow plan '/train → /if:acc>90 → /deploy'
  ml-workflow plan sweep --format mermaid
`,
  check: `ml-workflow check [<workflow | chain>] [--<param> <value> …]

Reports every mistake at once, with place and help. Without a workflow it checks the project file and all of \`workflows/\`.
Exit code 2 when there is an error; warnings and notices alone are 0.

Examples
  ml-workflow check
  ml-workflow check workflows/sweep.yml --format json
`,
  resume: `ml-workflow resume [<run>]

Goes on with a run that was cancelled or killed, from its journal: what has finished is not run again, what was interrupted is.
Without an id it takes the newest run. A run that is over is reported again.

Examples
  ml-workflow resume
  ml-workflow resume 20261121-101500-sweep-3f9a
`,
  help: overview,
  version: 'ml-workflow version\n\nPrints the version.\n',
};

export function helpText(topic?: CommandName): string {
  return topic === undefined ? overview : topics[topic];
}
