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
const LN2_HIGH = 6.9314718036912382e-1;
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
			(1.6666666666666602e-1 +
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
		(3.999999999940942e-1 +
			w * (2.222219843214978e-1 + w * 1.531383769920937e-1));
	const odd =
		z *
		(6.666666666666735e-1 +
			w *
				(2.857142874366239e-1 +
					w * (1.818357216161805e-1 + w * 1.479819860511658e-1)));
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
	3.387132872796366608, 133.14166789178437745, 1971.5909503065514427,
	13731.693765509461125, 45921.953931549871457, 67265.770927008700853,
	33430.575583588128105, 2509.0809287301226727,
] as const;
const CENTRE_BELOW = [
	1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077,
	21213.794301586595867, 39307.89580009271061, 28729.085735721942674,
	5226.495278852854561,
] as const;
const TAIL = [
	1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055,
	3.64784832476320460504, 1.27045825245236838258, 0.24178072517745061177,
	0.0227238449892691845833, 7.7454501427834140764e-4,
] as const;
const TAIL_BELOW = [
	1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455,
	0.14810397642748007459, 0.0151986665636164571966, 5.475938084995344946e-4,
	1.05075007164441684324e-9,
] as const;
const FAR_TAIL = [
	6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358,
	0.29656057182850489123, 0.026532189526576123093, 0.0012426609473880784386,
	2.71155556874348757815e-5, 2.01033439929228813265e-7,
] as const;
const FAR_TAIL_BELOW = [
	1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525,
	7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7,
	2.04426310338993978564e-15,
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
