
package io.github.cnnclassifier.transfer;

import java.util.OptionalLong;
import java.util.function.LongSupplier;

import io.github.cnnclassifier.image.FreeHeap;
import io.github.cnnclassifier.image.Preprocessing;

/**
 * Features of images by layers that stay as they are: computed once and kept,
 * for all who train on the same images again and again, as the folds of a
 * cross-validation and the parts of a learning curve do.
 * <p>
 * The features of an image are those of its pixels, of the layers and of the
 * preprocessing. Nothing of other images is in them, so that an image which is
 * held out in one fold may have its features computed in another one. But where
 * the preprocessing itself is chosen by the images that are learned from, as
 * the range of values and the statistics of {@code zscore-dataset} are, it may
 * differ from fold to fold; then the features differ too, and nothing is
 * shared.
 * <p>
 * The images as they are are shared by all. Randomly changed views are shared
 * by those who change them with the same seed: see {@link #seededBy}.
 * <p>
 * At most an eighth of the memory that is free in the beginning is used;
 * beyond, features are computed again. Not thread-safe.
 */
public final class FrozenFeatures {

	private static final int PART_OF_FREE_HEAP = 8;

	private final KeptRows rows;
	private final OptionalLong seed;

	/** Nothing is kept yet. */
	public FrozenFeatures() {
		this(() -> FreeHeap.bytes() / PART_OF_FREE_HEAP);
	}

	/** @param room in bytes */
	FrozenFeatures(final LongSupplier room) {
		this(new KeptRows(room), OptionalLong.empty());
	}

	private FrozenFeatures(final KeptRows rows, final OptionalLong seed) {
		this.rows = rows;
		this.seed = seed;
	}

	/**
	 * By itself, each training changes its views with its own seed, so that two
	 * seeds show what chance does.
	 *
	 * @param viewSeed with which views are changed, whatever the seed of the
	 *          training
	 * @return the same features, kept in the same place
	 */
	public FrozenFeatures seededBy(final long viewSeed) {
		return new FrozenFeatures(rows, OptionalLong.of(viewSeed));
	}

	/**
	 * @param parent whose layers give the features
	 * @param preprocessing of the images
	 * @return those of the images that are prepared in this way
	 */
	public ParentFeatures of(final Parent parent,
		final Preprocessing preprocessing)
	{
		return new ParentFeatures(rows, parent.fingerprint(), preprocessing, seed);
	}

	/** @return bytes that are kept now, about */
	long bytes() {
		return rows.bytes();
	}
}
