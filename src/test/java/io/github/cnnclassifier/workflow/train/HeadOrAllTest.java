
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.dataset.split.SplitFractions;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.imagej.reader.ImageJImageReader;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.BestBy;
import io.github.cnnclassifier.training.ValidationAnswers;

/** When the training of all layers is thrown away, and when not. */
class HeadOrAllTest {

	@TempDir
	private Path folder;

	private Path images;

	@BeforeEach
	void prepare() {
		images = folder.resolve("images");
	}

	/** With the last layer alone all were right. */
	private HeadOrAll compared(final String groups, final BestBy by,
		final IntPredicate wrongNow)
	{
		try (TrainingData data = new PrepareTrainingData(new ImageJImageReader(),
			GroupQuestion.UNASKED, Progress.none()).run(
				new PrepareTrainingData.DataRequest(images, Set.of(), PlanePolicy.EACH,
					GroupingRule.parse(groups), false, SplitFractions.DEFAULT, Optional
						.empty(), 1, samples -> PreprocessingOptions.NONE, Optional.empty(),
					CorrectionUse.USE)))
		{
			final SampleList samples = data.sides().validation().samples();
			final int[] right = new int[samples.size()];
			final List<LabeledPrediction> now = new ArrayList<>();
			for (int i = 0; i < samples.size(); i++) {
				right[i] = samples.labelIndex(i);
				final boolean left = right[i] == 0 != wrongNow.test(i);
				now.add(new LabeledPrediction(samples.name(i), right[i], new Prediction(
					left ? new float[] { 1, 0 } : new float[] { 0, 1 })));
			}
			return HeadOrAll.of(new ValidationAnswers(samples, data.input(), right,
				new float[samples.size()]), now, by, data.split());
		}
	}

	@Test
	void oneImageOfSixIsChance() throws IOException {
		TestImages.halves(images, 20, 1);
		final HeadOrAll one = compared("none", BestBy.LOSS, i -> i == 0);
		assertEquals(1, one.before(), 1e-9);
		assertEquals(5 / 6.0, one.after(), 1e-9);
		assertFalse(one.isWorse());
		assertTrue(one.keepsAll(Unfreeze.AUTO));
		assertEquals("With the last layer alone 100 % of the validation images " +
			"were right, with all layers trained 83 %: all layers are kept, since " +
			"that may be chance.", one.statement(Unfreeze.AUTO));
	}

	@Test
	void sixOfSixAreNot() throws IOException {
		TestImages.halves(images, 20, 1);
		final HeadOrAll all = compared("none", BestBy.LOSS, i -> true);
		assertTrue(all.isWorse());
		assertFalse(all.keepsAll(Unfreeze.AUTO));
		assertTrue(all.keepsAll(Unfreeze.ALL), "as asked for");
		assertTrue(all.statement(Unfreeze.AUTO).endsWith(
			"with all layers trained 0 %: the last layer alone is kept."), all
				.statement(Unfreeze.AUTO));
	}

	@Test
	void theImagesOfOneAnimalCountTogether() throws IOException {
		for (int i = 0; i < 48; i++)
			TestImages.png(images.resolve(i % 2 == 0 ? "left" : "right").resolve(
				"mouse%d_%02d.png".formatted(1 + i / 2 % 8, i)), TestImages.half(i % 2,
					i));
		// one animal validates, and all of its six images are wrong
		assertFalse(compared("animal", BestBy.LOSS, i -> true).isWorse());
	}

	@Test
	void whereClassesCountEquallyTheyDoSoHereToo() throws IOException {
		TestImages.classFolder(images, "left", 0, 100, 1);
		TestImages.classFolder(images, "right", 1, 14, 3000);
		// 15 of left and 2 of right; the first ones are of left
		final IntPredicate right = i -> i >= 15;
		final HeadOrAll byImages = compared("none", BestBy.ACCURACY, right);
		assertEquals(15 / 17.0, byImages.after(), 1e-9);
		final HeadOrAll byClasses = compared("none", BestBy.BALANCED_ACCURACY,
			right);
		assertEquals(0.5, byClasses.after(), 1e-9);
		assertTrue(byClasses.statement(Unfreeze.AUTO).contains(
			"right in the mean over classes"));
		assertFalse(byClasses.isWorse(), "two images");
	}
}
