/** Options of drawing: kinds of charts, file formats, choices, and the replicate shown. */

import type { ChartChoices, ChartKind } from "../../charts/chart.ts";
import type { FigureFormat } from "../../figures/figure.ts";
import type { ReplicateRequest } from "../replay/pick-replicate.ts";

/** Charts that are asked for, and the formats and choices to draw them with. */
export interface DrawOptions {
	readonly kinds: readonly ChartKind[];
	readonly formats: readonly FigureFormat[];
	readonly choices: ChartChoices;
	/** replicate that is shown by the kinds that show one */
	readonly replicate: ReplicateRequest;
}
