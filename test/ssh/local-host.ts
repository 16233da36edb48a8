/** A host that is this machine: commands run in `sh`, with another folder as their home and other tools if told. */
import { spawn } from 'node:child_process';
import type { ExecOptions, ExecResult, Host, RemoteProcess } from '../../src/ssh/host.ts';

export interface LocalHost extends Host {
  /** What has been run. */
  readonly commands: string[];
}

export function localHost(home: string, environment: Record<string, string> = {}): LocalHost {
  const commands: string[] = [];
  const open = async (command: string): Promise<RemoteProcess> => {
    commands.push(command);
    const env = { ...process.env, HOME: home, ...environment };
    const child = spawn('sh', ['-c', command], { cwd: home, env });
    child.stdin.on('error', () => {});
    const ended = new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve(code ?? (signal === null ? 1 : 130)));
    });
    ended.catch(() => {});
    return {
      stdin: child.stdin,
      stdout: child.stdout,
      stderr: child.stderr,
      ended,
      close: () => {
        child.stdin.destroy();
        child.stdout.destroy();
        child.stderr.destroy();
      },
    };
  };
  const exec = async (command: string, options: ExecOptions = {}): Promise<ExecResult> => {
    const child = await open(command);
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.stdin.end(options.input ?? '');
    const code = await child.ended;
    return { code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() };
  };
  return { name: 'this machine', commands, open, exec };
}
