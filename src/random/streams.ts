/** Random numbers of one replicate, drawn by question and month instead of one after another. */

import seedrandom from "seedrandom";
import { inverseNormal, log } from "../math.ts";
import type { Luck } from "./luck.ts";
import type { QuestionKey } from "./question.ts";
import { STREAM_VERSION } from "./stream-version.ts";
import { expandKey, threefry } from "./threefry.ts";

/** A master seed: a safe integer or a word of at least one letter. */
export type Seed = number | string;

/** First draws of alea thrown away after seeding: neighbouring keys correlate in them. */
const DISCARDED = 8;
/**
 * 2^26: a uniform number takes 26 bits of each of two words, and half a unit more so that it
 * is never 0 or 1, which fills the 53 bits of a double.
 */
const TWO_26 = 67108864;
const TWO_52 = TWO_26 * TWO_26;

function checkSeed(seed: Seed): void {
	const sound =
		typeof seed === "number" ? Number.isSafeInteger(seed) : seed.length > 0;
	if (!sound)
		throw new RangeError(
			`seed is ${JSON.stringify(seed)}; it must be a safe integer or a word of at least one letter`,
		);
}

function checkReplicate(replicate: number): void {
	if (!Number.isSafeInteger(replicate) || replicate < 0)
		throw new RangeError(
			`replicate is ${replicate}; it must be a whole number from 0`,
		);
}

/**
 * All random numbers of one replicate. A draw belongs to a question and a tick, never to a
 * scenario or to the order of asking: the same question at the same tick has the same answer,
 * whatever else was asked.
 *
 * seedrandom's alea, keyed by stream version, master seed and replicate, gives
 * the replicate its 128-bit key; inside it every draw is one Threefry block of
 * (question, tick).
 */
export class Streams implements Luck {
	private readonly key = new Int32Array(5);
	private readonly block = new Int32Array(4);

	/** @throws {RangeError} when the seed is no safe integer or word, or the replicate no count */
	constructor(seed: Seed, replicate: number) {
		checkSeed(seed);
		checkReplicate(replicate);
		const source = seedrandom.alea(
			JSON.stringify([STREAM_VERSION, seed, replicate]),
		);
		for (let i = 0; i < DISCARDED; i += 1) source.int32();
		for (let i = 0; i < 4; i += 1) this.key[i] = source.int32();
		expandKey(this.key);
	}

	/** A uniform number inside (0, 1), 52 bits, for a question at a tick. */
	uniform(question: QuestionKey, tick: number): number {
		this.fill(question, tick, 0);
		return this.share(0);
	}

	/** A standard normal number for a question at a tick, by inversion. */
	normal(question: QuestionKey, tick: number): number {
		return inverseNormal(this.uniform(question, tick));
	}

	/**
	 * A Student t with three degrees of freedom for a question at a tick:
	 *
	 *     t = z / √((z'² − 2 ln u) / 3),
	 *
	 * where z'² − 2 ln u is the sum of a χ² with one and one with two degrees.
	 */
	studentT3(question: QuestionKey, tick: number): number {
		this.fill(question, tick, 0);
		const z = inverseNormal(this.share(0));
		const other = inverseNormal(this.share(2));
		this.fill(question, tick, 1);
		const square = other * other - 2 * log(this.share(0));
		return z / Math.sqrt(square / 3);
	}

	private fill(question: QuestionKey, tick: number, lane: number): void {
		const { block } = this;
		block[0] = question.low;
		block[1] = question.high;
		block[2] = tick;
		block[3] = lane;
		threefry(block, this.key);
	}

	/** Two neighbouring words of the block as a number inside (0, 1). */
	private share(word: number): number {
		const high = this.block[word]! >>> 6;
		const low = this.block[word + 1]! >>> 6;
		return (high * TWO_26 + low + 0.5) / TWO_52;
	}
}
