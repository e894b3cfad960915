/** Options of drawing: kinds of charts, file formats, choices, and the replicate shown. */

import type { ChartChoices, ChartKind } from "../../charts/chart.ts";
import type { FigureFormat } from "../../figures/figure.ts";
import type { ReplicateRequest } from "../replay/pick-replicate.ts";

/** How charts are to be drawn. */
export interface DrawOptions {
	readonly kinds: readonly ChartKind[];
	readonly formats: readonly FigureFormat[];
	readonly choices: ChartChoices;
	/** what the kinds that show one replicate show */
	readonly replicate: ReplicateRequest;
}
