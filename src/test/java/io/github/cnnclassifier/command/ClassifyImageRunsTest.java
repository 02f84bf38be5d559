
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.launch.Commands;

/** Runs of Classify Image that meet others, or end early. */
class ClassifyImageRunsTest {

	private static final int MANY = 40;

	/** A training shows its figures in the same table. */
	@BeforeAll
	static void train() {
		TinyModels.digits();
		TinyModels.cells();
	}

	@BeforeEach
	void emptyResults() {
		ResultsTable.getResultsTable().reset();
	}

	@AfterEach
	void noKeyIsPressed() {
		IJ.resetEscape();
	}

	/** A stack that does something when one of its slices is looked at. */
	private static ImagePlus stack(final int size, final IntConsumer event) {
		final ImageStack stack = new ImageStack(28, 28) {

			@Override
			public ImageProcessor getProcessor(final int n) {
				event.accept(n);
				return super.getProcessor(n);
			}
		};
		for (int i = 0; i < size; i++) {
			stack.addSlice(PlainImageJ.digit(i % 10).getProcessor());
		}
		return new ImagePlus("stack", stack);
	}

	private static void classify(final ImagePlus image, final String more) {
		PlainImageJ.run(Commands.CLASSIFY_IMAGE, image, "model=[" + TinyModels
			.digits() + "] " + more);
	}

	private static List<String> rows() {
		final ResultsTable table = ResultsTable.getResultsTable();
		return IntStream.range(0, table.size()).mapToObj(table::getRowAsString).map(
			row -> row.substring(row.indexOf('\t') + 1)).toList();
	}

	@Test
	void anImageThatIsInUseIsRefusedUntilItIsFree() throws Exception {
		final ImagePlus image = PlainImageJ.digit(7);
		final ExecutorService other = Executors.newSingleThreadExecutor();
		try {
			assertTrue(other.submit((Callable<Boolean>) image::lock).get());
			final UserFailure failure = assertThrows(UserFailure.class,
				() -> classify(image, ""));
			assertTrue(failure.getMessage().startsWith("The image '7_000.png' is " +
				"locked, as another command is at work on it. Wait"), failure
					.getMessage());
			assertEquals(List.of(), rows());
			assertNull(image.getOverlay());
			assertTrue(image.isLocked());
			other.submit(image::unlock).get();
			classify(image, "");
			assertEquals(1, rows().size());
			assertFalse(image.isLocked());
		}
		finally {
			other.shutdownNow();
		}
	}

	@Test
	void theImageIsLockedWhileItIsReadAndFreeAfterAFailure() {
		final List<Boolean> locked = new ArrayList<>();
		final ImagePlus[] image = new ImagePlus[1];
		image[0] = stack(3, n -> locked.add(image[0] != null && image[0]
			.isLocked()));
		locked.clear();
		assertThrows(UserFailure.class, () -> classify(image[0],
			"planes=each range=0..1"));
		assertTrue(locked.contains(true));
		assertFalse(image[0].isLocked());
	}

	@Test
	void escapeKeepsFinishedRowsAndTheImageAsItWas() {
		final ImagePlus stack = stack(MANY, n -> {
			if (n != 25) return;
			// those before are on their way into the network
			IJ.wait(500);
			IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		});
		final Overlay own = new Overlay(new Roi(1, 2, 3, 4));
		stack.setOverlay(own);
		stack.setSlice(3);
		stack.setRoi(5, 6, 7, 8);
		stack.changes = false;
		IJ.resetEscape();
		final byte[] before = ((byte[]) stack.getStack().getPixels(1)).clone();
		classify(stack, "planes=each");
		assertTrue(rows().size() > 0 && rows().size() <= 25, rows().toString());
		IJ.resetEscape();
		assertEquals(1, own.size());
		assertEquals(3, stack.getCurrentSlice());
		assertEquals(new Roi(5, 6, 7, 8).getBounds(), stack.getRoi().getBounds());
		assertArrayEquals(before, (byte[]) stack.getStack().getPixels(1));
		assertFalse(stack.changes);
		assertFalse(stack.isLocked());
		final List<String> finished = rows();
		emptyResults();
		final ImagePlus whole = stack(MANY, n -> {});
		classify(whole, "planes=each");
		assertEquals(rows().subList(0, finished.size()), finished);
	}

	@Test
	void escapeLeavesNoRowOfAnAverageThatIsNotComplete() {
		final ImagePlus stack = stack(MANY, n -> {
			if (n != 25) return;
			// those before are on their way into the network
			IJ.wait(500);
			IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		});
		IJ.resetEscape();
		classify(stack, "planes=average");
		assertEquals(List.of(), rows());
		assertNull(stack.getOverlay());
	}

	@Test
	void aPlaneThatDoesNotFitIsNamedAndTheOnesBeforeItKeepTheirRows() {
		final ImageStack stack = new ImageStack(28, 28);
		for (int i = 0; i < 4; i++) {
			stack.addSlice(PlainImageJ.digit(i).getProcessor().convertToFloat());
		}
		((FloatProcessor) stack.getProcessor(3)).setf(5, 5, Float.NaN);
		final ImagePlus image = new ImagePlus("holes", stack);
		final UserFailure failure = assertThrows(UserFailure.class, () -> classify(
			image, "planes=each"));
		assertTrue(failure.getMessage().contains("NaN (not a number) in 'holes, " +
			"slice 3'"), failure.getMessage());
		assertEquals(2, rows().size());
		assertNull(image.getOverlay());
	}

	@Test
	void anImageThatIsClosedMeanwhileIsClassifiedToTheEnd() {
		final ImagePlus[] image = new ImagePlus[1];
		image[0] = stack(MANY, n -> {
			if (n == 7 && image[0] != null) {
				image[0].close();
				image[0].flush();
			}
		});
		classify(image[0], "planes=each");
		assertEquals(MANY, rows().size());
		assertFalse(image[0].isLocked());
		final List<String> closed = rows();
		emptyResults();
		classify(stack(MANY, n -> {}), "planes=each");
		assertEquals(rows(), closed);
	}

	@Test
	void aClosedImageAndNoneAreRefused() {
		final ImagePlus closed = PlainImageJ.digit(1);
		closed.close();
		closed.flush();
		assertTrue(assertThrows(UserFailure.class, () -> classify(closed, ""))
			.getMessage().contains("open"));
		assertTrue(assertThrows(UserFailure.class, () -> classify(null, ""))
			.getMessage().contains("Expected an open image"));
		assertEquals(List.of(), rows());
	}

	/** Two threads with images of their own, many times. */
	@Test
	void runsAtTheSameTimeGiveTheSameAndKeepTheirRowsTogether() throws Exception {
		final List<String> expectedDigits = alone(() -> classify(stack(12, n -> {}),
			"planes=each"));
		final List<String> expectedCell = alone(() -> cell());
		final ExecutorService threads = Executors.newFixedThreadPool(3);
		final CountDownLatch start = new CountDownLatch(1);
		final List<Future<?>> runs = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			final boolean digits = i % 2 == 0;
			runs.add(threads.submit(() -> {
				start.await();
				if (digits) classify(stack(12, n -> {}), "planes=each");
				else cell();
				return null;
			}));
		}
		start.countDown();
		for (final Future<?> run : runs) {
			run.get(2, TimeUnit.MINUTES);
		}
		threads.shutdown();
		final List<String> rows = rows().stream().map(ClassifyImageRunsTest::answer)
			.toList();
		assertEquals(6 * 12 + 6, rows.size());
		int digits = 0;
		for (int row = 0; row < rows.size();) {
			if (rows.get(row).equals(expectedCell.get(0))) row++;
			else {
				assertEquals(expectedDigits, rows.subList(row, row + 12));
				row += 12;
				digits++;
			}
		}
		assertEquals(6, digits);
	}

	private static void cell() {
		PlainImageJ.run(Commands.CLASSIFY_IMAGE, PlainImageJ.cell(), "model=[" +
			TinyModels.cells() + "]");
	}

	private static List<String> alone(final Runnable run) {
		run.run();
		final List<String> rows = rows().stream().map(ClassifyImageRunsTest::answer)
			.toList();
		ResultsTable.getResultsTable().reset();
		return rows;
	}

	/** Image, slice, frame, class and confidence. */
	private static String answer(final String row) {
		return String.join(" ", Arrays.asList(row.split("\t")).subList(0, 5));
	}
}
