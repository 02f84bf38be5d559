
package io.github.cnnclassifier.workflow.train;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.WrongUsage;

/**
 * Where a user wants a training to begin.
 *
 * @param kind which of the ways
 * @param model the model file that it starts from; null unless the kind is
 *          {@link Kind#MODEL}
 * @param unfreeze how much of a parent may change
 */
public record StartChoice(Kind kind, Path model, Unfreeze unfreeze) {

	/** The ways to begin. */
	public enum Kind {

			/** The backbone where it helps, else random weights. */
			AUTO,

			/** Random weights. */
			SCRATCH,

			/** The backbone that comes along. */
			BACKBONE,

			/** A model of the user's, or one that comes along, by its name. */
			MODEL
	}

	/** Decided from the images. */
	public static final StartChoice AUTO = new StartChoice(Kind.AUTO, null,
		Unfreeze.AUTO);

	/** Random weights. */
	public static final StartChoice SCRATCH = new StartChoice(Kind.SCRATCH, null,
		Unfreeze.AUTO);

	/** The backbone that comes along. */
	public static final StartChoice BACKBONE = new StartChoice(Kind.BACKBONE,
		null, Unfreeze.AUTO);

	private static final String ENDING = ".zip";

	/**
	 * @param text auto, scratch, backbone, the name of another model that comes
	 *          along, or a model file that ends with {@code .zip}
	 * @return the choice
	 * @throws WrongUsage if it is none of these
	 */
	public static StartChoice parse(final String text) {
		switch (text) {
			case "auto":
				return AUTO;
			case "scratch":
				return SCRATCH;
			case "backbone":
				return BACKBONE;
			default:
				if (!text.toLowerCase(Locale.ROOT).endsWith(ENDING) && !text.equals(
					ShippedModel.DIGITS)) throw new WrongUsage(
						"Expected start to be auto, scratch, backbone, " +
							ShippedModel.DIGITS + " or a model file that ends with " +
							ENDING + ", found '" + Legible.quote(text) + "'.");
				return new StartChoice(Kind.MODEL, path(text), Unfreeze.AUTO);
		}
	}

	/**
	 * @param other how much of a parent may change
	 * @return this with that
	 */
	public StartChoice with(final Unfreeze other) {
		return new StartChoice(kind, model, other);
	}

	private static Path path(final String text) {
		try {
			return Path.of(text);
		}
		catch (final InvalidPathException e) {
			throw new WrongUsage(
				"Expected start to be a model file with a name that " +
					"this system allows, found '" + Legible.quote(text) + "'.");
		}
	}

	/** @return what {@link #parse} takes */
	@Override
	public String toString() {
		return kind == Kind.MODEL ? model.toString() : kind.name().toLowerCase(
			Locale.ROOT);
	}
}
