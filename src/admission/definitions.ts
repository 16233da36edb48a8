/** Which files say what a chain means and who may start it: they count as the default branch has them, whatever a pull request makes of them. */
import { projectFileName } from '../project/load.ts';
import { folders } from '../project/markdown-files.ts';

/** More than GitHub lists for one pull request. */
const mostListed = 3000;
const mostNamed = 5;

/**
 * Those of the paths that are definitions. `project`: the project's folder in the repository, with `/`; empty for its root.
 * `baseline`: the baseline's file, relative to the project.
 */
export function definitionPaths(paths: readonly string[], project: string, baseline?: string): string[] {
  const root = project === '' || project === '.' ? '' : `${project.replace(/^\.\/|\/+$/g, '')}/`;
  const isDefinition = (path: string) => {
    if (/^\.github\/(?:workflows|actions)\//.test(path)) return true;
    if (!path.startsWith(root)) return false;
    const own = path.slice(root.length);
    if (own === projectFileName || own === 'ml_config.yaml') return true;
    if (baseline !== undefined && own === baseline.replace(/^\.\//, '')) return true;
    // Folders of agents as a whole: what is no definition in them may become one, by a link or a new name.
    const isAgents = folders.some((folder) => own.startsWith(`${folder.path.split('/')[0]}/`));
    return isAgents || /^workflows\/[^/]+\.ya?ml$/.test(own) || own === '.claude' || own === '.factory';
  };
  return [...new Set(paths.filter(isDefinition))].sort();
}

/** One sentence for people, or undefined when the pull request leaves definitions alone. Arguments as above. */
export function definitionsNote(
  paths: readonly string[],
  branch: string,
  project: string,
  baseline?: string,
): string | undefined {
  const found = definitionPaths(paths, project, baseline);
  const judged = `this run goes by those of ${named(branch)}`;
  if (found.length === 0)
    return paths.length < mostListed
      ? undefined
      : `This pull request changes more files than GitHub lists: should there be definitions among them, ${judged}.`;
  const shown = found.slice(0, mostNamed).map(named);
  const rest = found.length - shown.length;
  const all =
    rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ').replace(/, ([^,]*)$/, ' and $1');
  return `This pull request edits ${all}: ${judged}.`;
}

/** In code: a backtick of the name would end it. */
function named(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}
