/** Ensembles by the word that a user writes: shipped, none, or a file. */

import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Ensemble } from "../../calibration/priors/ensemble.ts";
import { RECORD_ENSEMBLE } from "../../calibration/priors/record-ensemble.ts";
import {
	ENSEMBLE,
	readEnsembleFile,
} from "../../storage/folder/ensemble-file.ts";

/**
 * The ensemble that a word stands for; null for `posterior`, whose replicates begin at the end of 2024.
 *
 * @param word record, posterior, a file, or the folder of an assimilation
 * @throws {UnusableEnsembleError}
 */
export function ensembleFrom(word: string): Ensemble | null {
	if (word === "record") return RECORD_ENSEMBLE;
	if (word === "posterior") return null;
	const path = resolve(word);
	const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
	return readEnsembleFile(isFolder ? join(path, ENSEMBLE) : path, word);
}
