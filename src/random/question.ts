/** Keys of random draws: each agent, parameter or shock asks a question of its own. */

/** A question put to chance, hashed to 64 bits once, when a market is built. */
export interface QuestionKey {
	readonly low: number;
	readonly high: number;
}

/** One lane of a 32-bit string hash with MurmurHash3's finaliser (Appleby 2011). */
function hashLane(text: string, seed: number, factor: number): number {
	let h = seed;
	for (let i = 0; i < text.length; i += 1) {
		h = Math.imul(h ^ text.charCodeAt(i), factor);
		h = (h << 13) | (h >>> 19);
		h = (Math.imul(h, 5) + 0xe6546b64) | 0;
	}
	h ^= h >>> 16;
	h = Math.imul(h, 0x85ebca6b);
	h ^= h >>> 13;
	h = Math.imul(h, 0xc2b2ae35);
	return h ^ (h >>> 16);
}

/** Hashes a list of words into a key; `["a/b", "c"]` differs from `["a", "b/c"]`. */
function hashWords(words: readonly string[]): QuestionKey {
	const text = JSON.stringify(words);
	return {
		low: hashLane(text, 0x2545f491, 0xcc9e2d51),
		high: hashLane(text, 0x5bd1e995, 0x1b873593),
	};
}

const asked = new Map<string, QuestionKey>();

/** Key of a question that one agent puts to chance; one question has one key object. */
export function questionKey(agent: string, question: string): QuestionKey {
	const words = ["agent", agent, question];
	const name = JSON.stringify(words);
	const known = asked.get(name);
	if (known !== undefined) return known;
	const key = hashWords(words);
	asked.set(name, key);
	return key;
}

/** Key of the draw of a parameter of the model, by the parameter's path. */
export function parameterKey(path: string): QuestionKey {
	return hashWords(["parameter", path]);
}

/** Key of the draw of one uncertain field of a shock. */
export function shockKey(shockId: string, field: string): QuestionKey {
	return hashWords(["shock", shockId, field]);
}
