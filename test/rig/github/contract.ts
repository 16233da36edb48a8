/** GitHub's OpenAPI document as the judge of its requests and replies. */
import { Ajv } from 'ajv';
import { FORMATS, OpenApiContract } from '../contract.ts';

export type { Match, Operation } from '../contract.ts';

export class Contract extends OpenApiContract {
  constructor() {
    super({
      file: new URL('../github-openapi.json', import.meta.url),
      name: 'github',
      ajv: new Ajv({ strict: false, formats: { ...FORMATS, 'repo.nwo': /^[^/]+\/[^/]+$/ } }),
      withSlashes: new Set(['ref', 'basehead', 'branch']),
    });
  }
}
