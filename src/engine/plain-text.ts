/** Text of other programs, as people may safely see it: without terminal escapes, control characters and hidden marks. */

const hidden = new RegExp(
  [
    // Whole sequences: a window title, a link, a string for the device, with what they say.
    '(?:\\u001b[\\]PX^_]|[\\u009d\\u0090\\u0098\\u009e\\u009f])[^\\u0007\\u001b\\u009c\\n]*(?:\\u0007|\\u001b\\\\|\\u009c)?',
    // Colours and movements; other escapes.
    '(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]?',
    '\\u001b[ -/]*[0-~]?',
    // Other control characters but tab and line feed, and the marks that turn text around.
    '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]',
  ].join('|'),
  'g',
);

export function plainText(text: string): string {
  return text.replace(hidden, '');
}
