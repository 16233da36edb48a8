/** Values that several parts of the project file are made of. */
import { z } from 'zod';

export const name = z
  .string()
  .regex(
    /^[A-Za-z_][A-Za-z0-9_.-]*$/,
    'a name begins with a letter and holds letters, digits, `_`, `-` and `.`',
  );

/** Of a parameter or an axis: it also names an environment variable. */
export const plainName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_-]*$/, 'a name begins with a letter and holds letters, digits, `_` and `-`');

/** `90`, `"40s"`, `"40m"`, `"2h"`, `"1d"`: seconds when there is no unit. */
export const duration = z
  .union([
    z.number().positive('a duration is more than 0'),
    z
      .string()
      .regex(
        /^(?=.*[1-9])\d+(?:\.\d+)?\s*[smhd]?$/,
        'a duration is written `90`, `90s`, `40m`, `2h` or `1d`',
      ),
  ])
  .transform((written) => {
    if (typeof written === 'number') return written;
    const factors: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };
    return Number.parseFloat(written) * (factors[written.at(-1) ?? ''] ?? 1);
  });

/** `12`, `0.44`, `"12usd"`, `"$12"` */
export const dollars = z
  .union([
    z.number().positive('an amount is more than 0'),
    z
      .string()
      .regex(/^\$?(?=.*[1-9])\d+(?:\.\d+)?\s*(?:usd)?$/i, 'an amount is written `12`, `12usd` or `$12`'),
  ])
  .transform((written) =>
    typeof written === 'number' ? written : Number.parseFloat(written.replace('$', '')),
  );

/** Of one file or folder of the workspace. */
export const path = z
  .string()
  .min(1)
  .refine((text) => !/[*?]/.test(text), 'patterns are not supported here; write one path')
  .refine(
    (text) => !text.startsWith('/') && !text.split('/').includes('..'),
    'a path is relative and stays inside the workspace',
  );
