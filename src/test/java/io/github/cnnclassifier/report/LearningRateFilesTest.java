
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.training.LearningRateCurve;
import io.github.cnnclassifier.training.LearningRateCurve.Point;

class LearningRateFilesTest {

	private static final int SUGGESTION_GREEN = 0xFF009E73;

	@TempDir
	private Path folder;

	private static LearningRateCurve curve(final double fall) {
		return new LearningRateCurve(IntStream.range(0, 60).mapToObj(i -> new Point(
			Math.pow(10, -6 + i * 0.1), 2 - fall / (1 + Math.exp((30 - i) / 4.0))))
			.toList());
	}

	@Test
	void theTableHasARowForEachStep() throws IOException {
		LearningRateFiles.write(folder, new LearningRateCurve(List.of(new Point(
			1e-6, 2.5), new Point(1e-5, 2.25), new Point(1e-4, 1.75))));
		assertEquals(List.of("step,learning_rate,loss,mean_loss",
			"1,0.000001,2.5,2.5", "2,0.00001,2.25,2.1667", "3,0.0001,1.75,1.75"),
			Files.readAllLines(folder.resolve("learning_rates.csv")));
	}

	@Test
	void theChartMarksTheSuggestedRate() throws IOException {
		LearningRateFiles.write(folder, curve(1.5));
		final BufferedImage chart = ImageIO.read(LearningRateFiles.chart(folder)
			.toFile());
		assertEquals(1440, chart.getWidth());
		assertTrue(greens(chart) > 300, "marked");
		LearningRateFiles.write(folder, curve(0));
		assertEquals(0, greens(ImageIO.read(LearningRateFiles.chart(folder)
			.toFile())));
	}

	private static long greens(final BufferedImage chart) {
		return IntStream.range(0, chart.getWidth() * chart.getHeight()).filter(
			i -> chart.getRGB(i % chart.getWidth(), i / chart
				.getWidth()) == SUGGESTION_GREEN).count();
	}

	@Test
	void anExistingCurveIsKeptUnlessItMayBeReplaced() throws IOException {
		LearningRateFiles.requireWritable(folder, false);
		LearningRateFiles.write(folder, curve(1));
		assertThrows(UserFailure.class, () -> LearningRateFiles.requireWritable(
			folder, false));
		LearningRateFiles.requireWritable(folder, true);
	}
}
