
package io.github.cnnclassifier.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.evaluation.Figures;
import io.github.cnnclassifier.progress.Progress;

class ShippedDigitsTest {

	@Test
	void shippedModelReadsTheDigitsOfThisProject() throws IOException {
		final Figures figures = new EvaluateClassifier(CnnClassifier.tools(Progress
			.none()), Progress.none()).run(new EvaluateClassifier.Request(Path.of(
				"sample-images/digits"), Set.of(), Path.of("digits"),
				EvaluatedPart.AUTO, InputWishes.NONE, null, Optional.empty(), false))
			.evaluation().figures();
		assertEquals(700, figures.n());
		assertTrue(figures.accuracy() >= 0.95, "accuracy " + figures.accuracy());
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
