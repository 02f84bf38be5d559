
package io.github.cnnclassifier.samples;

import java.util.Locale;

/** What a cell is doing. */
enum Phenotype {

		INTERPHASE, MITOTIC, APOPTOTIC;

	/** The name of its folder and class label. */
	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** A new cell of this kind, as different from the last as cells are. */
	Cell newCell(final Draw draw) {
		return switch (this) {
			case INTERPHASE -> new InterphaseCell(draw);
			case MITOTIC -> new MitoticCell(draw);
			case APOPTOTIC -> new ApoptoticCell(draw);
		};
	}
}
