
package io.github.cnnclassifier.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.SampleSource;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

class ErrorThumbnailsTest {

	private final List<String> read = new ArrayList<>();

	private SurveyedSample sample(final String name, final String stack,
		final int width, final boolean gone)
	{
		return new SurveyedSample(new Sample("a", name, null, new SampleSource() {

			@Override
			public SampleImage read() throws IOException {
				read.add(name);
				if (gone) throw new IOException("It is gone.");
				return new SampleImage(width, 10, 1, false, 8, Pixels.of(
					new float[width * 10]), null, name);
			}

			@Override
			public String stack() {
				return stack;
			}
		}), "v0", width, 10, 1, false, 8, null, 0, 0);
	}

	private static Map<String, ItemOutcome<SampleImage>> thumbnails(
		final List<String> names, final List<SurveyedSample> samples)
	{
		return ErrorThumbnails.of(names, samples, StackNames.of(PlanePolicy.AVERAGE,
			samples.stream().map(SurveyedSample::sample).toList()), Progress.none());
	}

	@Test
	void onlyWhatIsShownIsReadAgainAndMadeSmall() {
		final Map<String, ItemOutcome<SampleImage>> made = thumbnails(List.of("b"),
			List.of(sample("a", null, 10, false), sample("b", null, 800, false)));
		assertEquals(List.of("b"), read);
		assertEquals(80, made.get("b").result().width());
	}

	@Test
	void ofAStackTheMiddlePlaneIsShown() {
		thumbnails(List.of("s.tif"), List.of(sample("s.tif[1]", "s.tif", 9, false),
			sample("s.tif[2]", "s.tif", 9, false), sample("s.tif[3]", "s.tif", 9,
				false)));
		assertEquals(List.of("s.tif[2]"), read);
	}

	@Test
	void anImageThatIsGoneMeanwhileLeavesItsReason() {
		assertEquals("It is gone.", thumbnails(List.of("a"), List.of(sample("a",
			null, 10, true))).get("a").reason());
	}

	@Test
	void aStoppedRunReadsNothing() {
		final List<SurveyedSample> samples = List.of(sample("a", null, 10, false));
		assertThrows(CanceledException.class, () -> ErrorThumbnails.of(List.of("a"),
			samples, StackNames.of(null, List.of()), new CancelWhen(() -> true)));
		assertEquals(List.of(), read);
	}
}
