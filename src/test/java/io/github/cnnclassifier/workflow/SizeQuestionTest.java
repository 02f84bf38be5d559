
package io.github.cnnclassifier.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.command.TinyModels;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.reader.ImageJImageReader;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.GoneOnElsewhere;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;

/** A field of many cells, given to a model of single cells. */
class SizeQuestionTest {

	private static final Path IMAGES = Path.of("sample-images");
	private static final String SIZES =
		"The image has 1024 x 1024 pixels, the training images 64 x 64 pixels";

	private final List<String> told = new ArrayList<>();
	private final List<String> asked = new ArrayList<>();

	private final Progress progress = new Listening(told);

	private int classified(final String image, final SizeQuestion question)
		throws IOException
	{
		final SampleImage sample = new ImageJImageReader().read(IMAGES.resolve(
			image));
		return new ClassifyImages(CnnClassifier.tools(progress), (labels,
			prediction) -> {}, question, progress).run(new ClassifyImages.Request(2,
				i -> sample, TinyModels.cells(), InputOverrides.NONE)).predictions()
			.size();
	}

	private SizeQuestion answering(final SizeQuestion.Answer answer) {
		return sizes -> {
			asked.add(sizes);
			return answer;
		};
	}

	@Test
	void whereNobodyIsAskedThereIsAWarning() throws IOException {
		assertEquals(2, classified("field/field.tif", SizeQuestion.UNASKED));
		assertEquals(1, told.size());
		assertTrue(told.get(0).startsWith("Warning: " + SIZES +
			". One class for all of it means little"), told.get(0));
	}

	@Test
	void aPersonIsAskedOnceAndMayGoAnotherWay() throws IOException {
		assertThrows(GoneOnElsewhere.class, () -> classified("field/field.tif",
			answering(SizeQuestion.Answer.MAP)));
		assertEquals(List.of(SIZES), asked);
		asked.clear();
		assertEquals(2, classified("field/field.tif", answering(
			SizeQuestion.Answer.WHOLE)));
		assertEquals(List.of(SIZES), asked);
	}

	@Test
	void whoCancelsDoesNotGoOnElsewhere() {
		assertSame(CanceledException.class, assertThrows(CanceledException.class,
			() -> classified("field/field.tif", answering(
				SizeQuestion.Answer.CANCEL))).getClass());
	}

	@Test
	void imagesLikeThoseOfTheTrainingRaiseNoQuestion() throws IOException {
		assertEquals(2, classified("cells/mitotic/mitotic_000.tif", answering(
			SizeQuestion.Answer.CANCEL)));
		assertEquals(List.of(), asked);
		assertEquals(List.of(), told);
	}
}
