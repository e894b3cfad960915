/*
 * Elementary functions with the same bits in every engine. Only + − × ÷,
 * square roots, roundings and the bits of a double are used: what IEEE 754
 * fixes. `exp` and `log` err by less than one unit in the last place.
 */

const double = new Float64Array(1);
/** The same eight bytes as two words; which of them is the high one depends on the machine. */
const words = new Int32Array(double.buffer);
double[0] = 1;
const HIGH = words[1] === 0 ? 0 : 1;
const LOW = 1 - HIGH;

/** ln 2 in two parts: the high one has trailing zeros, so that k · LN2_HIGH is exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_LN2 = Math.LOG2E;

/** Arguments beyond which the exponential is infinite, or zero. */
const OVERFLOW = 709.782712893384;
const UNDERFLOW = -745.1332191019412;

/** 2^k for k from −1022 to 1023. */
function powerOfTwo(k: number): number {
	words[HIGH] = (k + 1023) << 20;
	words[LOW] = 0;
	return double[0]!;
}

/** x · 2^k, rounded once also where the result is subnormal. */
function scale(x: number, k: number): number {
	if (k < -1021) return x * powerOfTwo(k + 54) * powerOfTwo(-54);
	if (k > 1023) return x * 2 * powerOfTwo(k - 1);
	return x * powerOfTwo(k);
}

/**
 * The exponential of x.
 *
 *     x = k ln 2 + r,  |r| ≤ ln 2 / 2,  e^x = 2^k e^r
 *
 * e^r by a Remez approximation of r (e^r + 1) / (e^r − 1).
 * Source: method and constants of FDLIBM, e_exp.c (Sun Microsystems, 1993).
 */
export function exp(x: number): number {
	if (!(x <= OVERFLOW)) return x > OVERFLOW ? Number.POSITIVE_INFINITY : x;
	if (x < UNDERFLOW) return 0;
	const k = Math.floor(x * INVERSE_LN2 + 0.5);
	const high = x - k * LN2_HIGH;
	const low = k * LN2_LOW;
	const r = high - low;
	const t = r * r;
	const c =
		r -
		t *
			(0.16666666666666602 +
				t *
					(-2.7777777777015593e-3 +
						t *
							(6.613756321437934e-5 +
								t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))));
	return scale(1 - (low - (r * c) / (2 - c) - high), k);
}

/** Exponent field of the smallest normal double, and the shift that makes subnormals normal. */
const SMALLEST_NORMAL = 0x00100000;
const TWO_54 = 18014398509481984;
/** High word of √2 / 2, where the mantissa's interval begins, and of 1. */
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
	let high = words[HIGH]!;
	let k = 0;
	if (high < SMALLEST_NORMAL) {
		double[0] = x * TWO_54;
		high = words[HIGH]!;
		k = -54;
	}
	high += ONE - HALF_ROOT_TWO;
	k += (high >> 20) - 1023;
	words[HIGH] = (high & 0x000fffff) + HALF_ROOT_TWO;
	const f = double[0]! - 1;
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

/**
 * x to the power y for x ≥ 0, as e^(y ln x): relative error below
 * (1 + |y ln x|) · 2⁻⁵². Exact for y = 0, y = 1 and x = 1; NaN for x < 0.
 */
export function pow(x: number, y: number): number {
	if (y === 0 || x === 1) return 1;
	return y === 1 ? x : exp(y * log(x));
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
 * Relative error about 1e-16.
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
