/** An encoder made by asking Node's decoder for every sequence of two bytes and the first of four. */
export function gb18030Encoder(): (text: string) => Uint8Array {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const bytesOf = new Map<string, readonly number[]>();
  const learn = (...bytes: number[]) => {
    let character: string;
    try {
      character = decoder.decode(Uint8Array.from(bytes));
    } catch {
      return;
    }
    if ([...character].length === 1 && !bytesOf.has(character)) bytesOf.set(character, bytes);
  };
  for (let byte = 0; byte < 0x80; byte++) learn(byte);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) learn(lead, trail);
  }
  for (let lead = 0x81; lead <= 0x84; lead++) {
    for (let linear = 0; linear < 12_600; linear++) learn(...fourBytes(lead, linear));
  }
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((character) => {
        const code = character.codePointAt(0) as number;
        const known = code >= 0x10000 ? fourBytes(0x90, code - 0x10000) : bytesOf.get(character);
        if (known === undefined) throw new Error(`no GB 18030 for U+${code.toString(16)}`);
        return known;
      }),
    );
}

/** The four-byte sequence at a place counted from `lead` 30 81 30 (GB 18030-2005, annex). */
function fourBytes(lead: number, linear: number): number[] {
  return [
    lead + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1_260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ];
}
