
package io.github.cnnclassifier.model;

/**
 * How unlike the training images an image is: by the network's features of it
 * and by {@link PictureStatistics}, each beside what images reach that the
 * network did not learn from. Immutable and thread-safe.
 *
 * @param features of training images
 * @param statistics of their inputs
 * @param featureLimit distance from the nearest center of the features that
 *          hardly any image like the training images passes
 * @param restLimit the same for what lies outside of all directions
 * @param statisticsLimit the same for the distance of the statistics
 */
public record UnlikeScore(Cloud features, Cloud statistics, float featureLimit,
		float restLimit, float statisticsLimit)
{

	/** An image whose score is larger is unlike the training images. */
	public static final float LIMIT = 1;
	/** 1 MB in a model file. */
	public static final int MOST_NUMBERS = 1 << 18;
	/** Beyond, it does not matter how far. */
	private static final float HIGHEST = 1000;
	/** As tables show it, so that a table says what is done. */
	private static final double STEPS = 1e4;

	/** @throws IllegalArgumentException if a limit is not above 0 and finite */
	public UnlikeScore {
		for (final float limit : new float[] { featureLimit, restLimit,
			statisticsLimit })
		{
			if (!(limit > 0 && limit < Float.POSITIVE_INFINITY))
				throw new IllegalArgumentException("Expected limits above 0, found " +
					limit);
		}
	}

	/** @return how many numbers this is made of, beside the limits */
	public int size() {
		return features.size() + statistics.size();
	}

	/**
	 * @param ofImage what the last layer of the network sees of an image
	 * @param ofInput {@link PictureStatistics} of its input
	 * @return the largest of the three beside its limit: up to {@link #LIMIT} the
	 *         image is like the training images. In steps of 0.0001; at most
	 *         1000, which also numbers get that are none
	 */
	public float of(final float[] ofImage, final float[] ofInput) {
		final Cloud.Place image = features.place(ofImage);
		final double score = Math.max(Math.max(image.distance() / featureLimit,
			image.rest() / restLimit), statistics.place(ofInput).distance() /
				statisticsLimit);
		return score <= HIGHEST ? (float) (Math.round(score * STEPS) / STEPS)
			: HIGHEST;
	}
}
