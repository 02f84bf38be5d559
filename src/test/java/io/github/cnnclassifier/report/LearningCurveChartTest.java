
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.model.EpochFigures;

class LearningCurveChartTest {

	private static final int TRAINING_BLUE = 0xFF0072B2;
	private static final int VALIDATION_VERMILION = 0xFFD55E00;

	@Test
	void bothLossesAreDrawn() throws IOException {
		final BufferedImage image = draw(SampleReport.context("").history());
		assertEquals(1440, image.getWidth());
		assertEquals(860, image.getHeight());
		assertTrue(count(image, TRAINING_BLUE) > 500);
		assertTrue(count(image, VALIDATION_VERMILION) > 500);
	}

	@Test
	void oneEpochWithoutValidationIsDrawn() throws IOException {
		final BufferedImage image = draw(List.of(new EpochFigures(1, 0.5,
			Double.NaN, Double.NaN, 0.001)));
		assertTrue(count(image, TRAINING_BLUE) > 50);
	}

	@Test
	void noEpochIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> LearningCurveChart.png(
			List.of()));
	}

	private static BufferedImage draw(final List<EpochFigures> history)
		throws IOException
	{
		return ImageIO.read(new ByteArrayInputStream(LearningCurveChart.png(
			history)));
	}

	private static int count(final BufferedImage image, final int color) {
		int count = 0;
		for (int y = 0; y < image.getHeight(); y++) {
			for (int x = 0; x < image.getWidth(); x++) {
				if (image.getRGB(x, y) == color) count++;
			}
		}
		return count;
	}
}
