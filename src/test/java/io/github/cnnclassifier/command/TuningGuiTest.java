
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.PlotWindow;
import io.github.cnnclassifier.imagej.Drawing;
import io.github.cnnclassifier.training.LearningRateCurve;
import io.github.cnnclassifier.tuning.FinishedTrial;
import io.github.cnnclassifier.tuning.Objective;
import io.github.cnnclassifier.tuning.Score;
import io.github.cnnclassifier.tuning.Setting;
import io.github.cnnclassifier.tuning.StrategyKind;
import io.github.cnnclassifier.tuning.Study;
import io.github.cnnclassifier.tuning.Trial;
import io.github.cnnclassifier.tuning.TrialResult;
import io.github.cnnclassifier.ui.LearningRatePlot;
import io.github.cnnclassifier.ui.TuningPlot;
import io.github.cnnclassifier.workflow.tune.TunedKeys;

/** What a person sees of a search. Needs a display. */
@Tag("gui")
class TuningGuiTest {

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;

	@BeforeAll
	static void startImageJ() throws Exception {
		imageJ = GuiImageJ.start(folder);
	}

	@AfterAll
	static void quitImageJ() {
		imageJ.dispose();
	}

	@Test
	void theDialogFitsASmallScreen() throws Exception {
		final GenericDialog dialog = GuiImageJ.dialogOf("Tune CNN Classifier...");
		final int height = dialog.getHeight();
		GuiImageJ.cancel(dialog);
		assertTrue(height <= 740, "" + height);
	}

	private static FinishedTrial trial(final int number,
		final Trial.Purpose purpose, final double figure)
	{
		return trial(number, purpose, 1, figure);
	}

	private static FinishedTrial trial(final int number,
		final Trial.Purpose purpose, final double share, final double figure)
	{
		return new FinishedTrial(new Trial(number, purpose, Setting.DEFAULT, 0,
			share, 1), new TrialResult(TrialResult.Status.FINISHED, "", new Score(
				figure, figure, figure, 1, Map.of()), 1, List.of(), List.of()));
	}

	@Test
	void thePlotGrowsIsNoImageToWorkOnAndStaysClosed() throws Exception {
		final TuningPlot plot = new TuningPlot("study", new Study.Search(TunedKeys
			.space("auto"), StrategyKind.RANDOM, Objective.ACCURACY, 1),
			image -> Drawing.markImage(image, "plot of trials"));
		plot.onTrial(trial(1, Trial.Purpose.DEFAULT, 0.8));
		final ImagePlus image = GuiImageJ.await(WindowManager::getCurrentImage);
		assertEquals("a plot of trials made by CNN Classifier", Drawing.of(image)
			.orElseThrow());
		assertTrue(plot.isShownIn(image.getWindow()));
		plot.onTrial(trial(2, Trial.Purpose.SEARCH, 0.85));
		plot.onTrial(trial(3, Trial.Purpose.REPEAT, 0.82));
		assertEquals(3, ((PlotWindow) image.getWindow()).getPlot()
			.getNumPlotObjects());
		plot.onTrial(trial(4, Trial.Purpose.SEARCH, 0.1, 0.5));
		assertEquals(4, ((PlotWindow) image.getWindow()).getPlot()
			.getNumPlotObjects(), "shorter trainings have a shape of their own");
		image.close();
		plot.onTrial(trial(5, Trial.Purpose.REPEAT, 0.83));
		assertFalse(WindowManager.getImageCount() > 0);
	}

	@Test
	void theCurveOfLearningRatesIsNoImageToWorkOn() throws Exception {
		final List<LearningRateCurve.Point> points = IntStream.range(0, 60)
			.mapToObj(i -> new LearningRateCurve.Point(Math.pow(10, i / 10.0 - 6),
				i < 45 ? 2.3 - i / 40.0 : 9)).toList();
		LearningRatePlot.show("cells", new LearningRateCurve(points),
			image -> Drawing.markImage(image, "plot of learning rates"));
		final ImagePlus image = GuiImageJ.await(WindowManager::getCurrentImage);
		assertEquals("Loss by learning rate on cells", image.getTitle());
		assertEquals("a plot of learning rates made by CNN Classifier", Drawing.of(
			image).orElseThrow());
		// all rates on a scale of powers of ten, and no loss that exploded
		final double[] limits = ((PlotWindow) image.getWindow()).getPlot()
			.getLimits();
		assertEquals(1e-6, limits[0], 1e-9);
		assertTrue(limits[3] < 5, Arrays.toString(limits));
		WindowShots.save(image.getWindow(), "learning-rates");
		image.close();
	}
}
