
package io.github.cnnclassifier.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.evaluation.Figures;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.evaluate.EvaluateClassifier;
import io.github.cnnclassifier.workflow.evaluate.EvaluatedPart;

class ShippedDigitsTest {

	@Test
	void shippedModelReadsTheDigitsOfThisProject() throws IOException {
		final Figures figures = new EvaluateClassifier(CnnClassifier.tools(Progress
			.none()), Progress.none()).run(new EvaluateClassifier.Request(Path.of(
				"sample-images/digits"), Set.of(), Path.of("digits"),
				EvaluatedPart.AUTO, InputOverrides.NONE, null, Optional.empty(), false))
			.evaluation().figures();
		assertEquals(700, figures.n());
		assertTrue(figures.accuracy() >= 0.95, "accuracy " + figures.accuracy());
	}

	/**
	 * Predicted when the model was shipped; the least certain are the hardest.
	 */
	@ParameterizedTest
	@CsvSource({ "1_066,1,0.4946", "1_034,7,0.6003", "1_042,7,0.6405",
		"4_018,4,0.9992" })
	void probabilitiesStayThoseOfTheReleasedModel(final String name,
		final String label, final double confidence) throws IOException
	{
		final SampleImage image = CnnClassifier.tools(Progress.none()).reader()
			.read(Path.of("sample-images/digits", name.substring(0, 1), name +
				".png"));
		final ClassifyImages.Result result = new ClassifyImages(CnnClassifier.tools(
			Progress.none()), Progress.none()).run(new ClassifyImages.Request(1,
				i -> image, Path.of("digits"), InputOverrides.NONE));
		final Prediction prediction = result.predictions().get(0);
		assertEquals(label, result.labels().name(prediction.labelIndex()));
		assertEquals(confidence, prediction.confidence(), 1e-4);
	}

	@Test
	void shippedModelIsSmallerThanTwoMegabytes() throws IOException {
		try (InputStream in = ShippedDigitsTest.class.getResourceAsStream(
			"/io/github/cnnclassifier/models/digits.zip"))
		{
			final int size = in.readAllBytes().length;
			assertTrue(size < 2_000_000, size + " bytes");
		}
	}
}
