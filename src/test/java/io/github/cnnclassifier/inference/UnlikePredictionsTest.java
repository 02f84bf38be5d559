
package io.github.cnnclassifier.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.engine.BatchOutputs;
import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Cloud;
import io.github.cnnclassifier.model.PictureStatistics;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.UnlikeScore;
import io.github.cnnclassifier.progress.Progress;

/** How unlike the training images an image is comes with its prediction. */
class UnlikePredictionsTest {

	private static final Preprocessing PLAIN = new Preprocessing(1, 1, 1,
		ChannelRule.GRAY, new IntensityRange(0, 255));

	/** The score is three times the only feature. */
	private static final UnlikeScore SCORE = new UnlikeScore(new Cloud(
		new float[1], new float[] { 3 }, new float[] { 0 }), new Cloud(
			new float[PictureStatistics.PER_CHANNEL], ones(), new float[] { 0 }), 1,
		1, 1e6f);

	private static float[] ones() {
		final float[] ones = new float[PictureStatistics.PER_CHANNEL];
		ones[0] = 1;
		return ones;
	}

	/** Its only feature is the only input value. */
	private static final class Echo implements Network {

		private int passes;

		@Override
		public float[] predict(final float[] inputs, final int count) {
			passes++;
			final float[] probabilities = new float[2 * count];
			for (int i = 0; i < count; i++)
				probabilities[2 * i] = 1;
			return probabilities;
		}

		@Override
		public float[] features(final float[] inputs, final int count) {
			throw new UnsupportedOperationException("both in one pass");
		}

		@Override
		public BatchOutputs predictWithFeatures(final float[] inputs,
			final int count)
		{
			final float[] features = new float[count];
			System.arraycopy(inputs, 0, features, 0, count);
			return new BatchOutputs(predict(inputs, count), features);
		}

		@Override
		public void close() {
			// nothing native
		}
	}

	/** Keeps what it gets. */
	private static final class Kept implements ResultSink {

		private final boolean wantsFeatures;
		private final List<Prediction> predictions = new ArrayList<>();
		private final List<float[]> features = new ArrayList<>();

		Kept(final boolean wantsFeatures) {
			this.wantsFeatures = wantsFeatures;
		}

		@Override
		public boolean wantsFeatures() {
			return wantsFeatures;
		}

		@Override
		public void classified(final int index, final String name,
			final Prediction prediction)
		{
			predictions.add(prediction);
		}

		@Override
		public void classified(final int index, final String name,
			final Prediction prediction, final float[] found)
		{
			assertTrue(wantsFeatures);
			predictions.add(prediction);
			features.add(found);
		}

		@Override
		public void failed(final int index, final String name,
			final String reason)
		{
			predictions.add(null);
		}
	}

	private final Echo network = new Echo();

	private Kept run(final UnlikeScore score, final boolean features,
		final float... values) throws IOException
	{
		final Kept kept = new Kept(features);
		new Classifier(new ClassLabels(List.of("a", "b")), PLAIN, network, 64, null,
			score).classify(IntStream.range(0, values.length).mapToObj(
				i -> new InputSource()
				{

					@Override
					public String name() {
						return "image" + i;
					}

					@Override
					public float[] input(final Preprocessing preprocessing)
						throws IOException
				{
						if (values[i] < 0) throw new IOException("broken");
						return new float[] { values[i] };
					}
				}).toList(), kept, Progress.none());
		return kept;
	}

	@Test
	void eachPredictionHasItsScoreInOnePassAndWithoutFeaturesForNobody()
		throws IOException
	{
		final Kept kept = run(SCORE, false, 0.125f, -1, 0.5f);
		assertEquals(0.375f, kept.predictions.get(0).unlike());
		assertEquals(null, kept.predictions.get(1));
		assertEquals(1.5f, kept.predictions.get(2).unlike());
		assertTrue(kept.predictions.get(2).isUnlike());
		assertEquals(1, network.passes);
		assertTrue(kept.features.isEmpty());
	}

	@Test
	void whoWantsFeaturesGetsThemToo() throws IOException {
		final Kept kept = run(SCORE, true, 0.125f, 0.5f);
		assertArrayEquals(new float[] { 0.5f }, kept.features.get(1));
		assertEquals(1.5f, kept.predictions.get(1).unlike());
	}

	@Test
	void aModelThatDoesNotTellIsAskedForNothingMore() throws IOException {
		final Kept kept = run(null, false, 0.5f);
		assertFalse(kept.predictions.get(0).tellsUnlike());
	}
}
