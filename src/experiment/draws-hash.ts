/** Hashes of what replicates draw their pasts from: a set of draws, or an ensemble. */

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Ensemble } from "../calibration/priors/ensemble.ts";
import { DRAWS } from "../market/luck/draws.ts";
import type { ParameterSet } from "../market/simulator.ts";

/** SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits. */
export const sha256OfText = (text: string): string =>
	bytesToHex(sha256(utf8ToBytes(text)));

const ofSets = new Map<ParameterSet, string>();
const ofEnsembles = new WeakMap<Ensemble, string>();

/** SHA-256 of the draws that a set of parameters picks from, worked out once. */
export function drawsHash(parameters: ParameterSet): string {
	const known = ofSets.get(parameters);
	if (known !== undefined) return known;
	const hash = sha256OfText(JSON.stringify(DRAWS[parameters]));
	ofSets.set(parameters, hash);
	return hash;
}

/** SHA-256 of all in an ensemble that can change a replicate's numbers, worked out once. */
export function ensembleHash(ensemble: Ensemble): string {
	const known = ofEnsembles.get(ensemble);
	if (known !== undefined) return known;
	const { schema, to, kin, posterior, members } = ensemble;
	const hash = sha256OfText(
		JSON.stringify([
			...[schema, to, kin, posterior],
			members.map(({ weight, draw, stream, values, sizes, luck }) => [
				...[weight, draw, stream, values, sizes, luck],
			]),
		]),
	);
	ofEnsembles.set(ensemble, hash);
	return hash;
}

/** What replicates begin from. */
export interface Beginning {
	readonly parameters: ParameterSet;
	/** pasts that replicates go on from; null: the set of parameters alone */
	readonly ensemble: Ensemble | null;
}

/** Hash of what replicates begin from. */
export const beginningHash = ({ parameters, ensemble }: Beginning): string =>
	ensemble === null ? drawsHash(parameters) : ensembleHash(ensemble);
