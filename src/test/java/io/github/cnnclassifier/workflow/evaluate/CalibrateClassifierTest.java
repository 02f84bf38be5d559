
package io.github.cnnclassifier.workflow.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.command.TinyModels;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.evaluation.CalibrationError;
import io.github.cnnclassifier.failure.ExistingFile;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ConfidenceRecord;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.ParameterShape;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.Temperature;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;

/** A model of digits that is five times as sure as it should be is mended. */
class CalibrateClassifierTest {

	private static final Path DIGITS = Path.of("sample-images/digits");
	private static final double FACTOR = 5;

	@TempDir
	private Path folder;

	private final Engine engine = CnnClassifier.tools(Progress.none()).engine();
	private final List<String> told = new ArrayList<>();
	private Path model;
	private Path output;

	@BeforeEach
	void makeItTooSure() throws IOException {
		final SavedClassifier trained = ModelArchive.read(TinyModels.digits(),
			engine);
		model = folder.resolve("sure.zip");
		output = folder.resolve("calibrated.zip");
		ModelArchive.write(model, new SavedClassifier(trained.description().with(
			ConfidenceRecord.NONE), new Temperature(1 / FACTOR).foldedInto(NetworkPlan
				.of(trained.networkSpec()), trained.weights())), engine);
	}

	private CalibrateClassifier.Result calibrate(final Path images,
		final Path from, final CalibratedPart part, final boolean overwrite)
		throws IOException
	{
		return new CalibrateClassifier(CnnClassifier.tools(Progress.none()),
			new Listening(told)).run(new CalibrateClassifier.Request(images, Set.of(),
				from, part, output, overwrite, CorrectionUse.USE));
	}

	/** Six of each digit, with another pixel: nobody has learned from them. */
	private Path strangers(final int ofEach) throws IOException {
		final Path images = folder.resolve("strangers");
		for (int digit = 0; digit < 10; digit++)
			for (int i = 0; i < ofEach; i++) {
				final ImagePlus image = IJ.openImage(DIGITS.resolve(String.format(
					"%d/%1$d_%03d.png", digit, i)).toString());
				image.getProcessor().set(0, 0, 3);
				TestImages.png(images.resolve(digit + "/" + i + ".png"), image
					.getProcessor());
			}
		return images;
	}

	@Test
	void theConfidenceIsMendedAndNothingElseChanges() throws IOException {
		final CalibrateClassifier.Result result = calibrate(DIGITS, model,
			CalibratedPart.AUTO, false);
		assertTrue(result.part().contains("validation side"), result.part());
		assertTrue(result.after().value() < result.before().value(), result
			.toString());
		assertTrue(result.calibration().temperature().value() > 2, result
			.toString());
		final SavedClassifier before = ModelArchive.read(model, engine);
		final SavedClassifier after = ModelArchive.read(output, engine);
		final Set<String> last = Set.copyOf(last(before));
		final float factor = (float) result.calibration().temperature().value();
		for (final Tensor tensor : before.weights().tensors()) {
			final float[] now = after.weights().get(tensor.name()).data();
			if (!last.contains(tensor.name())) assertArrayEquals(tensor.data(), now,
				0, tensor.name());
			else for (int i = 0; i < now.length; i++)
				assertEquals(tensor.data()[i] / factor, now[i], 1e-6 * Math.abs(tensor
					.data()[i]));
		}
		assertTrue(after.unlike().isPresent());
		assertEquals(result.calibration(), after.description().confidence()
			.calibration().orElseThrow());
		assertEquals(before.description().training().dataset(), after.description()
			.training().dataset());
		assertEquals(before.description().metrics(), after.description().metrics());
		assertEquals(before.description().training().date(), after.description()
			.training().date());
		assertTrue(told.stream().anyMatch(line -> line.startsWith(
			"Calibrated on ")), told.toString());
	}

	private static List<String> last(final SavedClassifier saved) {
		final NetworkPlan plan = NetworkPlan.of(saved.networkSpec());
		return plan.steps().get(plan.steps().size() - 1).parameters().stream().map(
			ParameterShape::name).toList();
	}

	@Test
	void onceMoreChangesNothingAnyMore() throws IOException {
		final double once = calibrate(DIGITS, model, CalibratedPart.AUTO, false)
			.calibration().temperature().value();
		final CalibrateClassifier.Result again = calibrate(DIGITS, output,
			CalibratedPart.VALIDATION, true);
		assertEquals(once, again.calibration().temperature().value(), 0.01);
		assertEquals(again.before().value(), again.after().value(), 0.01);
	}

	@Test
	void imagesThatNobodyHasLearnedFromWillDo() throws IOException {
		final CalibrateClassifier.Result result = calibrate(strangers(6), model,
			CalibratedPart.AUTO, false);
		assertEquals(60, result.calibration().images());
		assertTrue(result.part().contains("all images"), result.part());
		assertTrue(result.unlike().contains("60 images that were not learned from"),
			result.unlike());
	}

	@Test
	void imagesThatItHasLearnedFromAreRefused() {
		final String message = assertThrows(UserFailure.class, () -> calibrate(
			DIGITS, model, CalibratedPart.ALL, false)).getMessage();
		assertTrue(message.startsWith(
			"Expected images that the model has not learned from, found "), message);
		assertFalse(Files.exists(output));
	}

	@Test
	void fewImagesSayTooLittle() {
		assertTrue(assertThrows(UserFailure.class, () -> calibrate(strangers(4),
			model, CalibratedPart.ALL, false)).getMessage().startsWith(
				"Expected at least 50 images to calibrate on, found 40"));
	}

	@Test
	void theModelItselfIsReplacedOnlyIfThatIsSaid() throws IOException {
		output = model;
		assertThrows(ExistingFile.class, () -> calibrate(DIGITS, model,
			CalibratedPart.AUTO, false));
		calibrate(DIGITS, model, CalibratedPart.AUTO, true);
		assertTrue(ModelArchive.describe(model).confidence().calibration()
			.isPresent());
	}

	@Test
	void imagesOfAGroupAreNotIndependentOfEachOther() throws IOException {
		final Path images = strangers(6);
		final CalibrateClassifier.Result alone = calibrate(images, model,
			CalibratedPart.ALL, false);
		final Path list = folder.resolve("list.csv");
		final List<String> rows = new ArrayList<>(List.of("path,class,group"));
		for (int digit = 0; digit < 10; digit++)
			for (int i = 0; i < 6; i++)
				rows.add("strangers/" + digit + "/" + i + ".png," + digit + ",animal " +
					digit);
		Files.write(list, rows);
		final CalibrateClassifier.Result grouped = calibrate(list, model,
			CalibratedPart.ALL, true);
		// each class is one animal: nothing is beside it
		assertTrue(grouped.unlike().contains(
			"each class has a single image or group"), grouped.unlike());
		assertTrue(width(grouped.before()) > 1.2 * width(alone.before()), grouped
			.before() + " and " + alone.before());
		assertEquals(alone.calibration(), grouped.calibration());
	}

	private static double width(final CalibrationError error) {
		return error.interval().high() - error.interval().low();
	}
}
