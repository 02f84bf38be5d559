
package io.github.cnnclassifier;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import io.github.cnnclassifier.command.TinyModels;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ArrayImage;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.inference.HeatMap;
import io.github.cnnclassifier.progress.CanceledException;

class CnnClassifierTest {

	private static final int SIZE = 28;

	private static CnnClassifier digits;

	@BeforeAll
	static void open() {
		digits = CnnClassifier.open("digits");
	}

	@AfterAll
	static void close() {
		digits.close();
	}

	private static ImagePlus digit(final int digit) {
		return IJ.openImage("sample-images/digits/" + digit + "/" + digit +
			"_000.png");
	}

	private static byte[] bytes(final ImagePlus image) {
		return (byte[]) image.getProcessor().getPixels();
	}

	private static float[] floats(final ImagePlus image) {
		return (float[]) image.getProcessor().convertToFloat().getPixels();
	}

	/** Some digit in an image of 60 x 50 pixels. */
	private static ImagePlus field(final ImagePlus digit, final int x,
		final int y)
	{
		final ImageProcessor field = new ByteProcessor(60, 50);
		field.setValue(99);
		field.fill();
		field.insert(digit.getProcessor(), x, y);
		return new ImagePlus("field", field);
	}

	private static void refuses(final Executable call, final String text) {
		final String message = assertThrows(UserFailure.class, call).getMessage();
		assertTrue(message.contains(text), message);
	}

	@Test
	void answersHaveClassConfidenceAndProbabilities() {
		assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
			digits.classes());
		for (int d = 0; d < 10; d++) {
			final Answer answer = digits.classify(digit(d));
			assertEquals("" + d, answer.className());
			assertEquals(answer.confidence(), answer.probability("" + d));
			assertEquals(digits.classes(), List.copyOf(answer.probabilities()
				.keySet()));
			assertEquals(1, answer.probabilities().values().stream().mapToDouble(
				Float::doubleValue).sum(), 1e-6);
			assertFalse(answer.isUnknown());
			assertTrue(answer.toString().matches("class=" + d +
				" confidence=(0\\.9\\d{3}|1\\.0000)"), answer.toString());
		}
		refuses(() -> digits.classify(digit(1)).probability("ten"), "'ten'");
	}

	@Test
	void featuresAreWhatTheLastLayerSees() {
		final float[] seven = digits.features(digit(7));
		assertEquals(128, seven.length);
		final List<float[]> both = digits.featuresOf(List.of(ArrayImage.of(bytes(
			digit(3)), SIZE, SIZE, 1), ArrayImage.of(bytes(digit(7)), SIZE, SIZE,
				1)));
		assertEquals(2, both.size());
		assertArrayEquals(seven, both.get(1), 1e-5f);
		assertFalse(Arrays.equals(both.get(0), both.get(1)));
		refuses(() -> digits.features(null), "found none (null)");
		refuses(() -> digits.featuresOf(List.of(ArrayImage.of(new float[] { 1, 2 },
			1, 2, 1), ArrayImage.of(new float[] { 300 }, 1, 1, 1))), "300");
	}

	@Test
	void heatMapsTellWhatSpeaksForAClass() {
		final HeatMap seven = digits.heatMap(digit(7), "", "occlusion");
		assertEquals(7, seven.labelIndex());
		assertTrue(seven.hasEvidence());
		assertArrayEquals(seven.values(), digits.withThreshold(0.5).heatMap(
			ArrayImage.of(bytes(digit(7)), SIZE, SIZE, 1), "7", "occlusion").values(),
			1e-4f);
		assertArrayEquals(seven.values(), digits.heatMap(field(digit(7), 9, 12),
			new Roi(9, 12, SIZE, SIZE), "7", "occlusion").values(), 1e-4f);
		assertFalse(Arrays.equals(seven.values(), digits.heatMap(digit(7), "1",
			"occlusion").values()));
		refuses(() -> digits.heatMap(digit(7), "ten", "auto"), "'ten'");
		refuses(() -> digits.heatMap(digit(7), "", "lime"),
			"auto, grad-cam, occlusion");
		refuses(() -> digits.heatMap((ImagePlus) null, "", "auto"),
			"found none (null)");
		refuses(() -> digits.heatMap(digit(7), (Roi) null, "", "auto"),
			"found none (null)");
	}

	@Test
	void anInterruptedThreadGetsNoHeatMapAndStaysInterrupted() {
		Thread.currentThread().interrupt();
		assertThrows(CanceledException.class, () -> digits.heatMap(digit(7), "",
			"occlusion"));
		assertTrue(Thread.interrupted());
	}

	@Test
	void imageArrayAndIntervalOfTheSameValuesHaveTheSameAnswer() {
		final ImagePlus image = digit(7);
		final Map<String, Float> expected = digits.classify(image).probabilities();
		final ImageProcessor pixels = image.getProcessor();
		final float[] floats = floats(image);
		final short[] shorts = (short[]) pixels.convertToShort(false).getPixels();
		final double[] doubles = IntStream.range(0, floats.length).mapToDouble(
			i -> floats[i]).toArray();
		Stream.of(digits.classify(new ImagePlus("", pixels.convertToShort(false))),
			digits.classify(new ImagePlus("", pixels.convertToFloat())), digits
				.classify(bytes(image), SIZE, SIZE, 1), digits.classify(shorts, SIZE,
					SIZE, 1), digits.classify(floats, SIZE, SIZE, 1), digits.classify(
						ArrayImgs.unsignedBytes(bytes(image), SIZE, SIZE)), digits.classify(
							ArrayImgs.unsignedShorts(shorts, SIZE, SIZE, 1)), digits.classify(
								ArrayImgs.floats(floats, SIZE, SIZE, 1, 1)), digits.classify(
									Views.translate(ArrayImgs.doubles(doubles, SIZE, SIZE), -5,
										9))).forEach(answer -> assertEquals(expected, answer
											.probabilities()));
	}

	@Test
	void displayRangeLookUpTableAndSelectionNeverMatter() {
		final Map<String, Float> expected = digits.classify(digit(4))
			.probabilities();
		final ImagePlus image = digit(4);
		image.setDisplayRange(200, 201);
		image.getProcessor().invertLut();
		image.setRoi(0, 0, 3, 3);
		assertEquals(expected, digits.classify(image).probabilities());
		assertEquals(new Roi(0, 0, 3, 3), image.getRoi());
	}

	@Test
	void channelsOfAnIntervalAreItsThirdAxis() {
		final ImagePlus cell = IJ.openImage(
			"sample-images/cells/mitotic/mitotic_000.tif");
		final int w = cell.getWidth();
		final int h = cell.getHeight();
		final short[] both = new short[2 * w * h];
		for (int c = 0; c < 2; c++) {
			System.arraycopy(cell.getStack().getPixels(c + 1), 0, both, c * w * h, w *
				h);
		}
		try (CnnClassifier cells = CnnClassifier.open(TinyModels.cells())) {
			final Map<String, Float> expected = cells.classify(cell).probabilities();
			assertEquals(expected, cells.classify(ArrayImgs.unsignedShorts(both, w, h,
				2)).probabilities());
			assertEquals(expected, cells.classify(both, w, h, 2).probabilities());
			refuses(() -> cells.classify(ArrayImgs.unsignedShorts(both, w, 2 * h)),
				"Expected 2 channels, found 1 channel in 'interval'");
		}
	}

	@Test
	void regionIsClassifiedAsIfItWereAnImage() {
		final ImagePlus field = field(digit(6), 20, 11);
		final Answer expected = digits.classify(digit(6));
		assertEquals(expected.probabilities(), digits.classify(field, new Roi(20,
			11, SIZE, SIZE)).probabilities());
		assertEquals(expected.probabilities(), digits.classify(field, new OvalRoi(
			20, 11, SIZE, SIZE)).probabilities());
		assertEquals(expected.probabilities(), digits.classifyRegions(field, List
			.of(new Roi(22, 13, SIZE - 4, SIZE - 4)), new RegionCropping(2, false))
			.get(0).probabilities());
		refuses(() -> digits.classify(field, new Line(1, 1, 9, 9)),
			"it has no area");
		refuses(() -> digits.classify(field, new Roi(70, 1, 9, 9)),
			"outside the image");
	}

	@Test
	void regionLiesOnItsOwnPlane() {
		final ImageStack stack = new ImageStack(SIZE, SIZE);
		stack.addSlice(digit(2).getProcessor());
		stack.addSlice(digit(3).getProcessor());
		final ImagePlus image = new ImagePlus("stack", stack);
		final Roi second = new Roi(0, 0, SIZE, SIZE);
		second.setPosition(2);
		assertEquals("3", digits.classify(image, second).className());
		assertEquals("2", digits.classify(image, new Roi(0, 0, SIZE, SIZE))
			.className());
		assertEquals("2", digits.classify(image).className());
		assertEquals(List.of("2", "3"), digits.classifyPlanes(image).stream().map(
			Answer::className).toList());
	}

	@Test
	void manyAtOnceAreInOrder() {
		final List<ImagePlus> images = IntStream.range(0, 10).mapToObj(
			CnnClassifierTest::digit).toList();
		final List<Answer> answers = digits.classifyAll(images);
		assertEquals(digits.classes(), answers.stream().map(Answer::className)
			.toList());
		for (int d = 0; d < 10; d++) {
			// another batch adds in another order
			assertEquals(digits.classify(images.get(d)).confidence(), answers.get(d)
				.confidence(), 1e-5);
		}
		final List<Answer> samples = digits.classifySamples(images.stream().map(
			image -> ArrayImage.of(bytes(image), SIZE, SIZE, 1)).toList());
		assertEquals(answers.toString(), samples.toString());
		assertEquals(List.of(), digits.classifyAll(List.of()));
	}

	@Test
	void wishesHoldForTheNewClassifierAlone() {
		final ImagePlus color = new ImagePlus("color", digit(5).getProcessor()
			.convertToRGB());
		final CnnClassifier gray = digits.withChannels("gray");
		assertEquals("5", gray.classify(color).className());
		refuses(() -> digits.classify(color), "channels=gray converts");
		final float[] scaled = floats(digit(5));
		for (int i = 0; i < scaled.length; i++) {
			scaled[i] = 16 * scaled[i] - 7;
		}
		assertEquals(digits.classify(digit(5)).confidence(), digits.withRange(-7,
			16 * 255 - 7).classify(scaled, SIZE, SIZE, 1).confidence(), 1e-5);
		refuses(() -> gray.classify(scaled, SIZE, SIZE, 1),
			"Expected pixel values 0..255");
	}

	@Test
	void belowTheThresholdTheAnswerIsUnknown() {
		final float[] noise = new float[SIZE * SIZE];
		for (int i = 0; i < noise.length; i++) {
			noise[i] = i * 7919 % 256;
		}
		final Answer sure = digits.classify(noise, SIZE, SIZE, 1);
		final double confidence = sure.confidence();
		assertTrue(confidence < 1);
		final Answer unsure = digits.withThreshold(Math.nextUp((float) confidence))
			.classify(noise, SIZE, SIZE, 1);
		assertTrue(unsure.isUnknown());
		assertEquals("unknown", unsure.className());
		assertEquals(sure.className(), unsure.bestClass());
		assertEquals(sure.probabilities(), unsure.probabilities());
		assertFalse(digits.withThreshold(confidence).classify(noise, SIZE, SIZE, 1)
			.isUnknown());
	}

	@Test
	void wrongWishesAreRefusedAtOnce() {
		refuses(() -> digits.withChannels("1,2"), "channels=1,2");
		refuses(() -> digits.withChannels("blue, green"), "channels=blue,green");
		refuses(() -> digits.withThreshold(1.5), "1.5");
		assertThrows(IllegalArgumentException.class, () -> digits.withRange(5, 5));
		refuses(() -> CnnClassifier.open(Path.of("no such model.zip")),
			"no such model.zip");
	}

	@Test
	void imagesOfOtherShapesAreRefused() {
		refuses(() -> digits.classify(new float[5], 2, 3, 1), "array of 5");
		refuses(() -> digits.classify(new byte[0], 0, 3, 1), "array of 0");
		refuses(() -> digits.classify(ArrayImgs.floats(3, 3, 1, 2)),
			"4 axes of [3, 3, 1, 2]");
		refuses(() -> digits.classify(ArrayImgs.floats(9)), "1 axes of [9]");
		refuses(() -> digits.classify(Views.interval(ArrayImgs.floats(9, 9),
			new long[] { 0, 0 }, new long[] { -1, 8 })), "[0, 9]");
		refuses(() -> digits.classify(unchecked(ArrayImgs.argbs(3, 3))),
			"Expected real numbers, found ARGBType");
	}

	/** As scripts do, which know no type parameters. */
	@SuppressWarnings("unchecked")
	private static RandomAccessibleInterval<? extends RealType<?>> unchecked(
		final RandomAccessibleInterval<?> interval)
	{
		return (RandomAccessibleInterval<? extends RealType<?>>) interval;
	}

	@Test
	void threadsShareOneClassifier() {
		final List<String> alone = IntStream.range(0, 60).mapToObj(i -> digits
			.classify(digit(i % 10)).toString()).toList();
		assertEquals(alone, IntStream.range(0, 60).parallel().mapToObj(i -> digits
			.classify(digit(i % 10)).toString()).toList());
	}

	@Test
	void closingEndsAllThatShareTheNetwork() {
		final CnnClassifier first = CnnClassifier.open("digits");
		final CnnClassifier second = first.withThreshold(0.5);
		second.close();
		first.close();
		assertThrows(IllegalStateException.class, () -> first.classify(digit(1)));
		assertEquals(10, first.classes().size());
	}

	@Test
	void closedImageIsRefused() {
		final ImagePlus image = digit(1);
		image.flush();
		refuses(() -> digits.classify(image), "was closed");
	}

	@Test
	void whatIsNotThereIsRefused() {
		refuses(() -> digits.classify((ImagePlus) null), "found none (null)");
		refuses(() -> digits.classifyPlanes(null), "found none (null)");
		refuses(() -> digits.classifyAll(Arrays.asList(digit(1), null)),
			"found none (null)");
		refuses(() -> digits.classify(digit(1), null),
			"of '1_000.png', found none");
		refuses(() -> digits.classify(null, new Roi(1, 1, 2, 2)), "open image");
		refuses(() -> digits.classify(new ImagePlus()), "Expected an open image");
		refuses(() -> digits.classifyRegions(digit(1), Arrays.asList(new Roi(1, 1,
			5, 5), null), RegionCropping.PLAIN), "found none (null)");
		assertThrows(NullPointerException.class, () -> digits.classify(
			(float[]) null, 1, 1, 1));
		assertThrows(NullPointerException.class, () -> digits.classify(
			(SampleImage) null));
		assertThrows(NullPointerException.class, () -> digits.classify(
			(RandomAccessibleInterval<FloatType>) null));
		assertThrows(NullPointerException.class, () -> digits.classifySamples(Arrays
			.asList((SampleImage) null)));
		assertThrows(NullPointerException.class, () -> digits.classifyRegions(digit(
			1), List.of(new Roi(1, 1, 5, 5)), null));
		assertThrows(NullPointerException.class, () -> digits.classifyAll(null));
		assertThrows(NullPointerException.class, () -> digits.withChannels(null));
		assertThrows(NullPointerException.class, () -> digits.withPixelSize(null));
		assertThrows(NullPointerException.class, () -> CnnClassifier.open(
			(String) null));
	}

	@Test
	void anAnswerCanBeInterrupted() {
		Thread.currentThread().interrupt();
		try {
			assertThrows(CanceledException.class, () -> digits.classify(digit(1)));
		}
		finally {
			Thread.interrupted();
		}
		assertEquals("1", digits.classify(digit(1)).className());
	}

	@Test
	void numbersThatAreNoneAreRefused() {
		for (final float bad : new float[] { Float.NaN, Float.POSITIVE_INFINITY,
			Float.NEGATIVE_INFINITY })
		{
			final float[] values = floats(digit(2));
			values[77] = bad;
			final String text = Float.isNaN(bad) ? "NaN" : "nfinit";
			refuses(() -> digits.classify(values, SIZE, SIZE, 1), text);
			refuses(() -> digits.classify(ArrayImgs.floats(values, SIZE, SIZE)),
				text);
			refuses(() -> digits.classify(new ImagePlus("bad", new FloatProcessor(
				SIZE, SIZE, values))), text);
		}
		refuses(() -> digits.withThreshold(Double.NaN), "NaN");
		refuses(() -> digits.withThreshold(-0.1), "-0.1");
		assertThrows(IllegalArgumentException.class, () -> digits.withRange(
			Double.NaN, 1));
		assertThrows(IllegalArgumentException.class, () -> digits.withRange(0,
			Double.POSITIVE_INFINITY));
		refuses(() -> digits.withPixelSize("small"), "small");
		refuses(() -> digits.classify(new short[9], -3, -3, 1), "array of 9");
		refuses(() -> digits.classify(new float[0], 0, 0, 0), "array of 0");
		refuses(() -> digits.classify(new float[4], Integer.MAX_VALUE,
			Integer.MAX_VALUE, 4), "array of 4");
	}

	@Test
	void everyQuestionToAClosedClassifierFails() {
		final CnnClassifier closed = CnnClassifier.open("digits");
		closed.close();
		closed.close();
		final ImagePlus image = digit(1);
		final List<Executable> questions = List.of(() -> closed.classify(image),
			() -> closed.classify(image, new Roi(1, 1, 9, 9)), () -> closed.classify(
				floats(image), SIZE, SIZE, 1), () -> closed.classifyAll(List.of(image)),
			() -> closed.classifyPlanes(image), () -> closed.withThreshold(0.5)
				.classify(image), () -> closed.heatMap(image, "", "auto"));
		questions.forEach(question -> assertThrows(IllegalStateException.class,
			question));
	}
}
