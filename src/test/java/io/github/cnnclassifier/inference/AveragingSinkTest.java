
package io.github.cnnclassifier.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.Prediction;

class AveragingSinkTest {

	private final List<String> rows = new ArrayList<>();

	private final ResultSink target = new ResultSink() {

		@Override
		public void classified(final int index, final String name,
			final Prediction prediction)
		{
			rows.add(String.format(Locale.ROOT, "%d %s %.3f", index, name, prediction
				.probabilities()[0]));
		}

		@Override
		public void failed(final int index, final String name,
			final String reason)
		{
			rows.add(index + " " + name + ": " + reason);
		}
	};

	private static Prediction prediction(final float first) {
		return new Prediction(new float[] { first, 1 - first });
	}

	@Test
	void theProbabilitiesOfAStackAreAveraged() throws IOException {
		final List<String> stacks = List.of("a", "a", "a", "b", "b");
		final AveragingSink sink = new AveragingSink(target, stacks::get);
		final float[] first = { 1, 0.4f, 0.7f, 0, 0.5f };
		for (int i = 0; i < first.length; i++) {
			sink.classified(i, stacks.get(i) + i, prediction(first[i]));
		}
		sink.finish();
		assertEquals(List.of("0 a 0.700", "3 b 0.250"), rows);
	}

	@Test
	void singleImagesPassThroughInOrder() throws IOException {
		final String[] stacks = { null, "s", "s", null };
		final AveragingSink sink = new AveragingSink(target, i -> stacks[i]);
		sink.classified(0, "x", prediction(0.1f));
		sink.classified(1, "s[1]", prediction(0.2f));
		sink.classified(2, "s[2]", prediction(0.4f));
		sink.failed(3, "y", "torn");
		sink.finish();
		assertEquals(List.of("0 x 0.100", "1 s 0.300", "3 y: torn"), rows);
	}

	@Test
	void aStackWithAFailedPlaneFailsOnceWithTheFirstReason() throws IOException {
		final AveragingSink sink = new AveragingSink(target, i -> "s");
		sink.classified(0, "s[1]", prediction(0.2f));
		sink.failed(1, "s[2]", "torn");
		sink.failed(2, "s[3]", "burnt");
		sink.finish();
		sink.finish();
		assertEquals(List.of("0 s: 's[2]': torn"), rows);
	}

	@Test
	void whatWouldMendTheFirstFailedPlaneWouldMendTheStack() throws IOException {
		final Mend gray = Mend.of("Convert it to gray", "channels", "gray");
		final AveragingSink sink = new AveragingSink(new AllPredictions(),
			i -> "s");
		sink.failed(0, "s[1]", "RGB", List.of(gray));
		sink.failed(1, "s[2]", "torn");
		final UserFailure failure = assertThrows(UserFailure.class, sink::finish);
		assertEquals("'s[1]': RGB", failure.getMessage());
		assertEquals(List.of(gray), failure.mends());
	}

	@Test
	void theFeaturesOfAStackAreAveragedForWhoWantsThem() throws IOException {
		final List<String> found = new ArrayList<>();
		final String[] stacks = { null, "s", "s", "t" };
		final AveragingSink sink = new AveragingSink(new ResultSink() {

			@Override
			public boolean wantsFeatures() {
				return true;
			}

			@Override
			public void classified(final int index, final String name,
				final Prediction prediction)
			{
				throw new AssertionError("without features");
			}

			@Override
			public void classified(final int index, final String name,
				final Prediction prediction, final float[] features)
			{
				found.add(name + Arrays.toString(features));
			}

			@Override
			public void failed(final int index, final String name,
				final String reason)
			{
				found.add(name + " " + reason);
			}
		}, i -> stacks[i]);
		assertTrue(sink.wantsFeatures());
		final float[][] features = { { 7, 8 }, { 1, 2 }, { 2, 6 } };
		for (int i = 0; i < features.length; i++)
			sink.classified(i, "x", prediction(0.5f), features[i]);
		sink.failed(3, "t[1]", "torn");
		sink.finish();
		assertEquals(List.of("x[7.0, 8.0]", "s[1.5, 4.0]", "t 't[1]': torn"),
			found);
	}

	/** The best class of the mean need not be the best of most planes. */
	@Test
	void theMeanIsOfProbabilitiesNotOfVotes() {
		final Prediction mean = Prediction.mean(List.of(prediction(0.4f),
			prediction(0.4f), prediction(0.9f)));
		assertEquals(0, mean.labelIndex());
		assertEquals(1.7 / 3, mean.confidence(), 1e-6);
	}
}
