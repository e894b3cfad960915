/** Elementary functions with the same bits in every engine: a seed repeats a run anywhere. */

/*
 * Only + − × ÷, square roots, roundings and the bits of a double are used: IEEE 754
 * fixes these and no more. `exp`, `log` and `pow` err by less than one unit in the last place; they
 * follow FDLIBM, whose notice reads:
 *
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunSoft, a Sun Microsystems, Inc. business. Permission to use,
 * copy, modify, and distribute this software is freely granted, provided that
 * this notice is preserved.
 */

const double = new Float64Array(1);
/** The eight bytes of `double` as two words; the machine decides which is the high one. */
const words = new Int32Array(double.buffer);
double[0] = 1;
const HIGH = words[1] === 0 ? 0 : 1;
const LOW = 1 - HIGH;

/** Beyond this exponent every power of a double but 1 is 0 or infinite. */
const HUGE = 18446744073709552000;

/** Exponents of the smallest subnormal, the smallest normal and the largest double. */
const LEAST_EXPONENT = -1074;
const NORMAL_EXPONENT = -1022;
const GREATEST_EXPONENT = 1023;

/** 2^k at index k + 1074, each exact: half of the next. */
const POWERS_OF_TWO = new Float64Array(GREATEST_EXPONENT - LEAST_EXPONENT + 1);
POWERS_OF_TWO[GREATEST_EXPONENT - LEAST_EXPONENT] = 8.98846567431158e307;
for (let i = POWERS_OF_TWO.length - 1; i > 0; i -= 1)
	POWERS_OF_TWO[i - 1] = POWERS_OF_TWO[i]! / 2;

/** 2^k for k from −1074 to 1023. */
function powerOfTwo(k: number): number {
	return POWERS_OF_TWO[k - LEAST_EXPONENT]!;
}

/** x · 2^k for x near 1, rounded once also where the result is subnormal. */
function scale(x: number, k: number): number {
	if (k <= NORMAL_EXPONENT) return x * powerOfTwo(k + 54) * powerOfTwo(-54);
	if (k > GREATEST_EXPONENT) return x * 2 * powerOfTwo(k - 1);
	return x * powerOfTwo(k);
}

/** x without the lower half of its bits: products of two such numbers are exact. */
function upperHalf(x: number): number {
	double[0] = x;
	words[LOW] = 0;
	return double[0]!;
}

/** ln 2 in two parts: the high one has trailing zeros, so that k · LN2_HIGH is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_LN2 = Math.LOG2E;

/** Arguments beyond which the exponential is infinite, or zero. */
const OVERFLOW = 709.782712893384;
const UNDERFLOW = -745.1332191019412;

/** r + 2 − R for |r| ≤ ln 2 / 2, where R = r (e^r + 1) / (e^r − 1) is a Remez polynomial of r². */
function remezExp(r: number): number {
	const t = r * r;
	return (
		r -
		t *
			(0.16666666666666602 +
				t *
					(-2.7777777777015593e-3 +
						t *
							(6.613756321437934e-5 +
								t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))))
	);
}

/**
 * The exponential of x.
 *
 *     x = k ln 2 + r,  |r| ≤ ln 2 / 2,  e^x = 2^k e^r
 *
 * and e^r = 1 + 2r / (R − r).
 * Source: method and constants of FDLIBM, e_exp.c (Sun Microsystems, 1993).
 */
export function exp(x: number): number {
	if (!(x <= OVERFLOW)) return x > OVERFLOW ? Number.POSITIVE_INFINITY : x;
	if (x < UNDERFLOW) return 0;
	const k = Math.floor(x * INVERSE_LN2 + 0.5);
	const high = x - k * LN2_HIGH;
	const low = k * LN2_LOW;
	const r = high - low;
	const c = remezExp(r);
	return scale(1 - (low - (r * c) / (2 - c) - high), k);
}

/** High word of the smallest normal double, and the factor that makes subnormals normal. */
const SMALLEST_NORMAL = 0x00100000;
const TWO_54 = 18014398509481984;
/** High words of √2 / 2, where the mantissa's interval begins, and of 1. */
const HALF_ROOT_TWO = 0x3fe6a09e;
const ONE = 0x3ff00000;

/**
 * The natural logarithm of x; −Infinity at 0, NaN below.
 *
 *     x = 2^k (1 + f),  √2/2 < 1 + f < √2,  s = f / (2 + f)
 *     ln(1 + f) = f − f²/2 + s (f²/2 + R(s²))
 *
 * Source: method and constants of FDLIBM, e_log.c (Sun Microsystems, 1993).
 */
export function log(x: number): number {
	if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
	if (x === Number.POSITIVE_INFINITY) return x;
	double[0] = x;
	return words[HIGH]! < SMALLEST_NORMAL
		? normalLog(x * TWO_54, -54)
		: normalLog(x, 0);
}

/** ln(x 2^shift) for a normal double x above 0. */
function normalLog(x: number, shift: number): number {
	double[0] = x;
	const exponent = ((words[HIGH]! + (ONE - HALF_ROOT_TWO)) >> 20) - 1023;
	const f = x * powerOfTwo(-exponent) - 1;
	const k = exponent + shift;
	const s = f / (2 + f);
	const z = s * s;
	const w = z * z;
	const even =
		w *
		(0.3999999999940942 + w * (0.2222219843214978 + w * 0.1531383769920937));
	const odd =
		z *
		(0.6666666666666735 +
			w *
				(0.2857142874366239 +
					w * (0.1818357216161805 + w * 0.1479819860511658)));
	const half = 0.5 * f * f;
	return s * (half + even + odd) + k * LN2_LOW - half + f + k * LN2_HIGH;
}

/** 2 / (3 ln 2), whole and in two parts; log₂ 1.5 in two parts; ln 2 in two parts. */
const CP = 0.9617966939259756;
const CP_HIGH = 0.9617967009544373;
const CP_LOW = -7.028461650952758e-9;
const LOG2_1_5_HIGH = 0.5849624872207642;
const LOG2_1_5_LOW = 1.350039202129749e-8;
const LN2_UPPER = 0.6931471824645996;
const LN2_LOWER = -1.904654299957768e-9;

/** High words of √(3/2) and √3, below which a mantissa is nearest 1 and 3/2 on a log scale. */
const ROOT_THREE_HALVES = 0x3ff3988e;
const ROOT_THREE = 0x3ffbb67a;

/** Both parts of the last base-2 logarithm; the first has zeros in its lower half. */
let logarithm2 = 0;
let logarithm2Rest = 0;

/** R(s²) of `splitLog2` from z = s². */
function log2Remainder(z: number): number {
	return (
		z *
		z *
		(0.5999999999999946 +
			z *
				(0.4285714285785502 +
					z *
						(0.33333332981837743 +
							z *
								(0.272728123808534 +
									z * (0.23066074577556175 + z * 0.20697501780033842)))))
	);
}

/**
 * log₂(x 2^shift) to 65 bits, left in `logarithm2` and `logarithm2Rest`.
 *
 *     x = 2^n a,  s = (a − c) / (a + c) with c = 1 or 3/2
 *     log₂ x = n + log₂ c + 2 / (3 ln 2) · s (3 + s² + R(s²))
 */
function splitLog2(x: number, shift: number): void {
	double[0] = x;
	const high = words[HIGH]!;
	const fraction = (high & 0x000fffff) | ONE;
	const near = fraction <= ROOT_THREE_HALVES;
	const middle = !near && fraction < ROOT_THREE;
	const exponent = (high >> 20) - 1023 + (near || middle ? 0 : 1);
	const a = x * powerOfTwo(-exponent);
	const c = middle ? 1.5 : 1;
	const u = a - c;
	const v = 1 / (a + c);
	const s = u * v;
	const sHigh = upperHalf(s);
	const sumHigh = upperHalf(a + c);
	const sumLow = a - (sumHigh - c);
	const sLow = v * (u - sHigh * sumHigh - sHigh * sumLow);
	const z = s * s;
	const remainder = log2Remainder(z) + sLow * (sHigh + s);
	const square = sHigh * sHigh;
	const tHigh = upperHalf(3 + square + remainder);
	const tLow = remainder - (tHigh - 3 - square);
	const p = sHigh * tHigh;
	const q = sLow * tHigh + tLow * s;
	const pHigh = upperHalf(p + q);
	const pLow = q - (pHigh - p);
	const n = exponent + shift;
	const offset = middle ? LOG2_1_5_HIGH : 0;
	const zHigh = CP_HIGH * pHigh;
	const zLow = CP_LOW * pHigh + pLow * CP + (middle ? LOG2_1_5_LOW : 0);
	logarithm2 = upperHalf(zHigh + zLow + offset + n);
	logarithm2Rest = zLow - (logarithm2 - n - offset - zHigh);
}

/** 2^(high + low) for |low| much smaller than |high|. */
function exp2(high: number, low: number): number {
	const sum = high + low;
	if (sum > 1024) return Number.POSITIVE_INFINITY;
	if (sum < -1075) return 0;
	const n = Math.floor(sum + 0.5);
	const rest = high - n;
	const t = upperHalf(rest + low);
	const u = t * LN2_UPPER;
	const v = (low - (t - rest)) * Math.LN2 + t * LN2_LOWER;
	const z = u + v;
	const w = v - (z - u);
	const c = remezExp(z);
	return scale(1 - ((z * c) / (c - 2) - (w + z * w) - z), n);
}

/**
 * x to the power y, for x ≥ 0; NaN for x < 0. Exactly 1 for y = 0 and x = 1,
 * exactly x for y = 1.
 *
 *     x^y = 2^(y log₂ x), the product in two parts
 *
 * Source: method and constants of FDLIBM, e_pow.c (Sun Microsystems, 1993).
 */
export function pow(x: number, y: number): number {
	if (y === 0 || x === 1) return 1;
	if (y === 1) return x;
	if (!(x > 0 && x < Number.POSITIVE_INFINITY && Math.abs(y) < HUGE))
		return exp(y * log(x));
	double[0] = x;
	if (words[HIGH]! < SMALLEST_NORMAL) splitLog2(x * TWO_54, -54);
	else splitLog2(x, 0);
	const yHigh = upperHalf(y);
	const low = (y - yHigh) * logarithm2 + y * logarithm2Rest;
	return exp2(yHigh * logarithm2, low);
}

const CENTRE = [
	3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
	45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227,
] as const;
const CENTRE_BELOW = [
	1, 42.31333070160091, 687.1870074920579, 5394.196021424751,
	21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854,
] as const;
const TAIL = [
	1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
	1.2704582524523684, 0.2417807251774506, 0.022723844989269184,
	0.0007745450142783414,
] as const;
const TAIL_BELOW = [
	1, 2.053191626637759, 1.6763848301838038, 0.6897673349851,
	0.14810397642748008, 0.015198666563616457, 0.0005475938084995345,
	1.0507500716444169e-9,
] as const;
const FAR_TAIL = [
	6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
	0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5,
	2.0103343992922881e-7,
] as const;
const FAR_TAIL_BELOW = [
	1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615,
	0.0007868691311456133, 1.8463183175100548e-5, 1.421511758316446e-7,
	2.0442631033899397e-15,
] as const;

/** Horner's scheme for a polynomial of degree seven. */
function polynomial(c: readonly number[], r: number): number {
	return (
		((((((c[7]! * r + c[6]!) * r + c[5]!) * r + c[4]!) * r + c[3]!) * r +
			c[2]!) *
			r +
			c[1]!) *
			r +
		c[0]!
	);
}

/**
 * The standard normal quantile of p in (0, 1); ∓Infinity at 0 and 1, NaN outside.
 * Relative error below 1e-15.
 * Source: Wichura (1988), Algorithm AS 241, PPND16, Applied Statistics 37:477-484.
 */
export function inverseNormal(p: number): number {
	if (!(p >= 0 && p <= 1)) return Number.NaN;
	const q = p - 0.5;
	if (Math.abs(q) <= 0.425) {
		const r = 0.180625 - q * q;
		return (q * polynomial(CENTRE, r)) / polynomial(CENTRE_BELOW, r);
	}
	const tail = q < 0 ? p : 1 - p;
	if (tail === 0)
		return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
	const r = Math.sqrt(-log(tail));
	const z =
		r <= 5
			? polynomial(TAIL, r - 1.6) / polynomial(TAIL_BELOW, r - 1.6)
			: polynomial(FAR_TAIL, r - 5) / polynomial(FAR_TAIL_BELOW, r - 5);
	return q < 0 ? -z : z;
}
