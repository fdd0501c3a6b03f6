/** The passes of radix 2, 3, 4 and 5, written out. Radix 3 and 5 take 0.4 and 0.5 of the time of `anyRadix`. */
import type { Pair, Pass } from "./pass.js";

export function radix2(
  { done, rest, twiddles: w }: Pass,
  { re: yr, im: yi }: Pair,
  { re: xr, im: xi }: Pair,
): void {
  for (let j = 0; j < done; j++) {
    const c = w.re[j]!;
    const d = w.im[j]!;
    const end = (2 * j + 1) * rest;
    for (let i = 2 * j * rest, o = j * rest; i < end; i++, o++) {
      const ar = xr[i]!;
      const ai = xi[i]!;
      const br = xr[i + rest]! * c - xi[i + rest]! * d;
      const bi = xr[i + rest]! * d + xi[i + rest]! * c;
      const q = o + done * rest;
      yr[o] = ar + br;
      yi[o] = ai + bi;
      yr[q] = ar - br;
      yi[q] = ai - bi;
    }
  }
}

export function radix3(
  { done, rest, twiddles: w }: Pass,
  { re: yr, im: yi }: Pair,
  { re: xr, im: xi }: Pair,
): void {
  const sin = Math.sqrt(3) / 2;
  const hop = done * rest;
  for (let j = 0; j < done; j++) {
    const c1 = w.re[2 * j]!;
    const d1 = w.im[2 * j]!;
    const c2 = w.re[2 * j + 1]!;
    const d2 = w.im[2 * j + 1]!;
    const end = (3 * j + 1) * rest;
    for (let i = 3 * j * rest, o = j * rest; i < end; i++, o++) {
      const i1 = i + rest;
      const i2 = i1 + rest;
      const ar = xr[i]!;
      const ai = xi[i]!;
      const br = xr[i1]! * c1 - xi[i1]! * d1;
      const bi = xr[i1]! * d1 + xi[i1]! * c1;
      const cr = xr[i2]! * c2 - xi[i2]! * d2;
      const ci = xr[i2]! * d2 + xi[i2]! * c2;
      const sr = br + cr;
      const si = bi + ci;
      const mr = ar - 0.5 * sr;
      const mi = ai - 0.5 * si;
      // −i sin (b − c)
      const tr = sin * (bi - ci);
      const ti = sin * (cr - br);
      yr[o] = ar + sr;
      yi[o] = ai + si;
      yr[o + hop] = mr + tr;
      yi[o + hop] = mi + ti;
      yr[o + 2 * hop] = mr - tr;
      yi[o + 2 * hop] = mi - ti;
    }
  }
}

export function radix4(
  { done, rest, twiddles: w }: Pass,
  { re: yr, im: yi }: Pair,
  { re: xr, im: xi }: Pair,
): void {
  const hop = done * rest;
  for (let j = 0; j < done; j++) {
    const c1 = w.re[3 * j]!;
    const d1 = w.im[3 * j]!;
    const c2 = w.re[3 * j + 1]!;
    const d2 = w.im[3 * j + 1]!;
    const c3 = w.re[3 * j + 2]!;
    const d3 = w.im[3 * j + 2]!;
    const end = (4 * j + 1) * rest;
    for (let i = 4 * j * rest, o = j * rest; i < end; i++, o++) {
      const i1 = i + rest;
      const i2 = i1 + rest;
      const i3 = i2 + rest;
      const br = xr[i1]! * c1 - xi[i1]! * d1;
      const bi = xr[i1]! * d1 + xi[i1]! * c1;
      const cr = xr[i2]! * c2 - xi[i2]! * d2;
      const ci = xr[i2]! * d2 + xi[i2]! * c2;
      const dr = xr[i3]! * c3 - xi[i3]! * d3;
      const di = xr[i3]! * d3 + xi[i3]! * c3;
      const sr = xr[i]! + cr;
      const si = xi[i]! + ci;
      const tr = xr[i]! - cr;
      const ti = xi[i]! - ci;
      const ur = br + dr;
      const ui = bi + di;
      // −i (b − d)
      const vr = bi - di;
      const vi = dr - br;
      yr[o] = sr + ur;
      yi[o] = si + ui;
      yr[o + hop] = tr + vr;
      yi[o + hop] = ti + vi;
      yr[o + 2 * hop] = sr - ur;
      yi[o + 2 * hop] = si - ui;
      yr[o + 3 * hop] = tr - vr;
      yi[o + 3 * hop] = ti - vi;
    }
  }
}

const [cos1, sin1] = [Math.cos((2 * Math.PI) / 5), Math.sin((2 * Math.PI) / 5)];
const [cos2, sin2] = [-Math.cos(Math.PI / 5), Math.sin(Math.PI / 5)];

export function radix5(
  { done, rest, twiddles: w }: Pass,
  { re: yr, im: yi }: Pair,
  { re: xr, im: xi }: Pair,
): void {
  const hop = done * rest;
  for (let j = 0; j < done; j++) {
    const c1 = w.re[4 * j]!;
    const d1 = w.im[4 * j]!;
    const c2 = w.re[4 * j + 1]!;
    const d2 = w.im[4 * j + 1]!;
    const c3 = w.re[4 * j + 2]!;
    const d3 = w.im[4 * j + 2]!;
    const c4 = w.re[4 * j + 3]!;
    const d4 = w.im[4 * j + 3]!;
    const end = (5 * j + 1) * rest;
    for (let i = 5 * j * rest, o = j * rest; i < end; i++, o++) {
      const i1 = i + rest;
      const i2 = i1 + rest;
      const i3 = i2 + rest;
      const i4 = i3 + rest;
      const ar = xr[i]!;
      const ai = xi[i]!;
      const br = xr[i1]! * c1 - xi[i1]! * d1;
      const bi = xr[i1]! * d1 + xi[i1]! * c1;
      const cr = xr[i2]! * c2 - xi[i2]! * d2;
      const ci = xr[i2]! * d2 + xi[i2]! * c2;
      const dr = xr[i3]! * c3 - xi[i3]! * d3;
      const di = xr[i3]! * d3 + xi[i3]! * c3;
      const er = xr[i4]! * c4 - xi[i4]! * d4;
      const ei = xr[i4]! * d4 + xi[i4]! * c4;
      // Sums and differences of the entries with conjugate roots.
      const pr = br + er;
      const pi = bi + ei;
      const qr = br - er;
      const qi = bi - ei;
      const sr = cr + dr;
      const si = ci + di;
      const tr = cr - dr;
      const ti = ci - di;
      const fr = ar + cos1 * pr + cos2 * sr;
      const fi = ai + cos1 * pi + cos2 * si;
      const gr = sin1 * qi + sin2 * ti;
      const gi = -(sin1 * qr + sin2 * tr);
      const hr = ar + cos2 * pr + cos1 * sr;
      const hi = ai + cos2 * pi + cos1 * si;
      const kr = sin2 * qi - sin1 * ti;
      const ki = sin1 * tr - sin2 * qr;
      yr[o] = ar + pr + sr;
      yi[o] = ai + pi + si;
      yr[o + hop] = fr + gr;
      yi[o + hop] = fi + gi;
      yr[o + 2 * hop] = hr + kr;
      yi[o + 2 * hop] = hi + ki;
      yr[o + 3 * hop] = hr - kr;
      yi[o + 3 * hop] = hi - ki;
      yr[o + 4 * hop] = fr - gr;
      yi[o + 4 * hop] = fi - gi;
    }
  }
}
