
package io.github.cnnclassifier.workflow;

import java.util.List;
import java.util.Locale;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.InputRule;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.ResizeRule;
import io.github.cnnclassifier.model.ClassifierDescription;

/** What becomes of an image whose pixel size is not the model's. */
public enum PixelSizeUse {

		/**
		 * It is refused if its pixel size is known and clearly outside the range of
		 * the training images, provided that all of them told theirs. A model that
		 * was trained with matched pixel sizes resamples it.
		 */
		AUTO,
		/** It is resampled to the model's pixel size before all other steps. */
		MATCH,
		/** Its pixels are taken as they are. */
		IGNORE;

	/**
	 * @param text "auto", "match" or "ignore"
	 * @return what it names
	 * @throws WrongUsage if it is none of these
	 */
	public static PixelSizeUse parse(final String text) {
		for (final PixelSizeUse use : values()) {
			if (use.name().toLowerCase(Locale.ROOT).equals(text)) return use;
		}
		throw new WrongUsage(
			"Expected pixelSize to be auto, match or ignore, found '" + text + "'.");
	}

	Preprocessing appliedTo(final ClassifierDescription model) {
		final Preprocessing own = model.preprocessing();
		if (own.pixelSize() != null) return this == IGNORE ? own.withPixelSize(null)
			: own;
		return switch (this) {
			case AUTO -> model.images().pixelSizes().map(sizes -> own.withInputRule(
				new InputRule.ExpectedPixelSize(sizes))).orElse(own);
			case MATCH -> matching(model);
			case IGNORE -> own;
		};
	}

	private static Preprocessing matching(final ClassifierDescription model) {
		final Preprocessing own = model.preprocessing();
		final PixelSize size = model.images().pixelSize().orElseThrow(
			() -> new UserFailure(
				"Expected a model that knows the pixel size of its training images for " +
					"pixelSize=match, but not all of these told theirs. Leave the setting " +
					"out.", List.of(Mend.of("Take the pixels as they are", "pixelSize",
						"ignore"))));
		// only the part that is kept needs to be resampled
		return own.resize() == ResizeRule.NONE ? own.withPixelSize(size) : own
			.withInputRule(new InputRule.Resampled(size));
	}
}
