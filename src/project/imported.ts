/**
 * What the Markdown files and executables of coding agents define. A file that cannot be understood hinders only who
 * uses it; one that is no definition, though it stands where definitions do, gets a notice.
 */
import { isAbsolute, join, relative, sep } from 'node:path';
import { type Diagnostic, Diagnostics } from '../language/diagnostic.ts';
import { normalised, slug } from '../language/name.ts';
import { type Source, sourceOf } from '../language/source.ts';
import type { CommandDefinition, Origin } from '../plan/project.ts';
import { type Definitions, isReserved, type Rank } from './definitions.ts';
import { type Frontmatter, frontmatterOf } from './frontmatter.ts';
import { macrosOf } from './macros.ts';
import { type Markdown, markdownOf } from './markdown.ts';
import { type Folder, type Found, filesOf, folders } from './markdown-files.ts';
import { commandName } from './schema.ts';

export interface ImportRequest {
  /** The project's root. Absolute. */
  readonly folder: string;
  /** A home folder, whose files stand below those of the project. Absolute. */
  readonly personal?: string | undefined;
  /** How a path is called in messages. */
  readonly shown: (path: string) => string;
  /** Told of each file of the project that is read, by its absolute path, with what is read of it. */
  readonly read?: (path: string, text: string) => void;
}

/** Returns what cannot be read, by normalised name. */
export function takeImported(
  definitions: Definitions,
  { folder: project, personal, shown, read }: ImportRequest,
  diagnostics: Diagnostics,
): Map<string, readonly Diagnostic[]> {
  const broken = new Map<string, readonly Diagnostic[]>();
  const roots = personal === undefined || personal === project ? [project] : [personal, project];
  for (const root of roots) {
    for (const folder of folders) {
      const rank: Rank = root === project ? folder.of : `personal-${folder.of}`;
      const take = new Import(folder, rank, definitions, broken, diagnostics);
      for (const found of filesOf(root, root === project ? 'project' : 'home folder', folder)) {
        const path = join(root, folder.path, found.path);
        if (root === project && found.is !== 'refused')
          read?.(path, found.is === 'executable' ? found.firstLine : found.text);
        const file = root === project ? relative(root, path).split(sep).join('/') : path;
        take.file(found, file, shown(path));
      }
    }
  }
  return broken;
}

class Import {
  readonly #folder: Folder;
  readonly #rank: Rank;
  readonly #definitions: Definitions;
  readonly #broken: Map<string, readonly Diagnostic[]>;
  readonly #diagnostics: Diagnostics;

  constructor(
    folder: Folder,
    rank: Rank,
    definitions: Definitions,
    broken: Map<string, readonly Diagnostic[]>,
    diagnostics: Diagnostics,
  ) {
    this.#folder = folder;
    this.#rank = rank;
    this.#definitions = definitions;
    this.#broken = broken;
    this.#diagnostics = diagnostics;
  }

  /** `file`: as the project names it. */
  file(found: Found, file: string, shown: string): void {
    if (found.is === 'refused') {
      const message = `\`${shown}\` is not read: ${found.reason}`;
      this.#refuse({ source: sourceOf(shown, ''), span: { start: 0, end: 0 } }, message, found.help);
    } else if (found.is === 'executable') {
      const origin = firstLine(sourceOf(shown, found.firstLine));
      const name = slug(found.path.replace(/\.[^.]*$/, ''));
      if (this.#isName(name, origin, shown)) this.#command(executable(name, file, origin));
    } else this.#document(markdownOf(shown, found.text), found.path, file);
  }

  #document(document: Markdown, path: string, file: string): void {
    const { source, frontmatter } = document;
    const read = frontmatter && frontmatterOf(frontmatter);
    const isBroken = read instanceof Diagnostics;
    const known = isBroken ? undefined : read;
    const macros = macrosOf(document);
    const name = this.#nameOf(path, isBroken ? nameInBroken(frontmatter?.text ?? '') : known?.name);
    if (isBroken) {
      const kind = this.#folder.holds === 'agents' ? 'agent' : 'command';
      this.#definitions.withhold(kind, name, this.#rank);
      this.#broken.set(normalised(name), read.sorted());
    } else if (this.#folder.holds === 'agents') this.#agent(document, name, known, file);
    // A document may show the chain that its own command stands for.
    else if (!macros.some((macro) => normalised(macro.name) === normalised(name))) {
      const origin = firstLine(source);
      if (this.#isName(name, origin, source.name)) this.#command(this.#prompt(name, document, known, file));
    }
    for (const macro of macros) {
      const { chain, span } = macro;
      if (!isReserved(macro.name))
        this.#command({ is: 'chain', name: macro.name, params: [], chain, origin: { source, span } });
    }
  }

  #prompt(
    name: string,
    { source, body }: Markdown,
    known: Frontmatter | undefined,
    file: string,
  ): CommandDefinition & { is: 'agent' } {
    const { of, holds } = this.#folder;
    return {
      is: 'agent',
      name,
      params: [],
      origin: firstLine(source),
      file,
      body,
      ...(holds === 'skills' ? { numbering: 'from-zero' } : of === 'claude' ? { numbering: 'from-one' } : {}),
      ...about(known),
    };
  }

  #agent(document: Markdown, name: string, known: Frontmatter | undefined, file: string): void {
    const { source, frontmatter, body } = document;
    const origin =
      frontmatter && known?.name !== undefined
        ? { source: frontmatter, span: known.nameSpan }
        : firstLine(source);
    const lack = !frontmatter
      ? 'it has no frontmatter'
      : known?.name === undefined
        ? 'its frontmatter has no `name`'
        : body === ''
          ? 'it has no instructions'
          : undefined;
    if (lack !== undefined) {
      const message = `\`${source.name}\` is no agent: ${lack}`;
      this.#refuse(
        origin,
        message,
        frontmatter ? undefined : `begin it with \`---\`, \`name: ${slug(name)}\`, \`---\``,
      );
    } else if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(name)) {
      this.#refuse(origin, `\`${name}\` is no name of an agent`);
    } else
      this.#definitions.agent({ is: 'agent', name, params: [], origin, file, ...about(known) }, this.#rank);
  }

  #command(definition: CommandDefinition & { readonly origin?: Origin }): void {
    this.#definitions.command(definition, this.#rank);
  }

  /** `ml/run` is in a name space; a skill is called as it calls itself, else as its folder. */
  #nameOf(path: string, own: string | undefined): string {
    const stem = path.replace(/(?:\/SKILL)?\.md$/, '');
    if (this.#folder.holds === 'commands') return this.#folder.of === 'factory' ? slug(stem) : stem;
    return own ?? stem;
  }

  #isName(name: string, origin: Origin, shown: string): boolean {
    const isName = commandName.safeParse(name).success;
    if (isName && !isReserved(name)) return true;
    const why = isName ? `\`${name}\` is a word of the language` : `\`${name}\` is no name of a command`;
    this.#refuse(origin, `\`${shown}\` is no command: ${why}`);
    return false;
  }

  #refuse({ source, span }: Origin, message: string, help?: string): void {
    this.#diagnostics.add('not-imported', source, span, message, { help });
  }
}

/** Runs the file with the arguments of the call, from the root of the project. */
function executable(name: string, file: string, origin: Origin): CommandDefinition & { is: 'run' } {
  const path = isAbsolute(file) ? file : `./${file}`;
  const script = `'${path.replaceAll("'", "'\\''")}' "$@"`;
  const none = { env: [], outputs: [], metrics: [], errors: [] };
  return {
    is: 'run',
    name,
    params: [],
    origin,
    command: { is: 'run', name, script, shell: 'bash', target: 'local', ...none },
  };
}

/** Who asks for it by the name it has is told why it is not there. */
function nameInBroken(frontmatter: string): string | undefined {
  return /^name:[ \t]*["']?([A-Za-z_][\w-]*)/m.exec(frontmatter)?.[1];
}

function about(known: Frontmatter | undefined): Omit<Frontmatter, 'name' | 'nameSpan'> {
  const { name: _name, nameSpan: _span, ...rest } = known ?? { nameSpan: undefined };
  return rest;
}

function firstLine(source: Source): Origin {
  const end = /^[^\r\n]*/.exec(source.text)?.[0].length ?? 0;
  return { source, span: { start: 0, end } };
}
