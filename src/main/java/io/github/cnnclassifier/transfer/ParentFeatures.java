
package io.github.cnnclassifier.transfer;

import java.util.Map;
import java.util.OptionalLong;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.random.SeedTree;

/**
 * Features of images by the layers of one parent, of images that are prepared
 * in one way; see {@link FrozenFeatures}. Not thread-safe.
 */
public final class ParentFeatures {

	private final KeptRows rows;
	private final String parent;
	private final Preprocessing preprocessing;
	private final OptionalLong viewSeed;

	ParentFeatures(final KeptRows rows, final String parent,
		final Preprocessing preprocessing, final OptionalLong viewSeed)
	{
		this.rows = rows;
		this.parent = parent;
		this.preprocessing = preprocessing;
		this.viewSeed = viewSeed;
	}

	/**
	 * @param own seed of a training
	 * @return the one with which it changes its views
	 */
	SeedTree seed(final SeedTree own) {
		return viewSeed.isPresent() ? new SeedTree(viewSeed.getAsLong()) : own;
	}

	/** @return the row, only to be read; null if it is not kept */
	float[] get(final SampleList samples, final int image, final int view,
		final Augmentation augmentation, final SeedTree seed)
	{
		return rows.get(kind(view, augmentation, seed), view(samples, image, view));
	}

	/** Keeps a row that is not kept yet, if there is room. */
	void keep(final SampleList samples, final int image, final int view,
		final Augmentation augmentation, final SeedTree seed, final float[] row)
	{
		rows.keep(kind(view, augmentation, seed), view(samples, image, view), row);
	}

	private KeptRows.Kind kind(final int view, final Augmentation augmentation,
		final SeedTree seed)
	{
		return view == 0 ? new KeptRows.Kind(parent, preprocessing, Map.of(), 0)
			: new KeptRows.Kind(parent, preprocessing, augmentation.amounts(), seed
				.seed());
	}

	private static KeptRows.View view(final SampleList samples, final int image,
		final int view)
	{
		return new KeptRows.View(samples.name(image), samples.contentHash(image),
			view);
	}
}
