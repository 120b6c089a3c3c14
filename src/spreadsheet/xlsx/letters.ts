/** Which bytes are blanks in XML, and which may stand in its names; bytes of letters beyond ASCII all may. */

export const IS_SPACE = new Uint8Array(256)
export const IS_NAME = new Uint8Array(256)

for (const blank of ' \t\r\n') IS_SPACE[blank.charCodeAt(0)] = 1
for (let code = 0; code < 256; code++)
  if (code > 127 || /[\w.:-]/.test(String.fromCharCode(code))) IS_NAME[code] = 1
