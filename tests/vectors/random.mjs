// Random numbers that are the same on every machine: xorshift128 of
// G. Marsaglia (2003), seeded by a name.
export class Random {
  constructor(name) {
    this.state = new Uint32Array([0x9e3779b9, 0x243f6a88, 0xb7e15162, 1]);
    for (const character of name) {
      this.state[3] ^= character.codePointAt(0);
      this.next();
    }
    for (let i = 0; i < 16; i++) {
      this.next();
    }
  }

  // 32 random bits.
  next() {
    const state = this.state;
    let t = state[0] ^ (state[0] << 11);
    t ^= t >>> 8;
    state.copyWithin(0, 1);
    state[3] = state[3] ^ (state[3] >>> 19) ^ t;
    return state[3] >>> 0;
  }

  // An integer from 0 to end - 1.
  below(end) {
    return this.next() % end;
  }

  between(first, last) {
    return first + this.below(last - first + 1);
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  // A string of that many characters, each picked from the list or string.
  string(count, characters) {
    const from = Array.from(characters);
    let made = "";
    for (let i = 0; i < count; i++) {
      made += this.pick(from);
    }
    return made;
  }
}
