/** Where a figure comes from, written into its file. */
export interface Provenance {
	/** the results folder's name, or another name of the batch */
	readonly results: string;
	/** SHA-256 of the spec, hexadecimal */
	readonly specHash: string;
}

/** One line that names the batch and the spec. */
export function provenanceLine({ results, specHash }: Provenance): string {
	return `results ${results}; spec sha256 ${specHash}`;
}
