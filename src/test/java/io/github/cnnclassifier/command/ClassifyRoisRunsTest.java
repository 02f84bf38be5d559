
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.launch.Commands;

/** Runs of Classify ROIs that meet others, or end early. */
class ClassifyRoisRunsTest {

	private static final int SIDE = 28;
	private static final int MANY = 3000;

	@TempDir
	private Path folder;

	private String groupNames;

	/** A training shows its figures in the same table. */
	@BeforeAll
	static void train() {
		TinyModels.digits();
		TinyModels.cells();
	}

	@BeforeEach
	void emptyResults() {
		ResultsTable.getResultsTable().reset();
		groupNames = Roi.getGroupNames();
		Roi.setGroupNames(null);
	}

	@AfterEach
	void noKeyIsPressed() {
		IJ.resetEscape();
		Roi.setGroupNames(groupNames);
	}

	/** One ROI per slice; does something when one of them is looked at. */
	private static ImagePlus stack(final int size, final IntConsumer event) {
		final ImageStack stack = new ImageStack(SIDE, SIDE) {

			@Override
			public ImageProcessor getProcessor(final int n) {
				event.accept(n);
				return super.getProcessor(n);
			}
		};
		final ImageProcessor[] digits = IntStream.range(0, 10).mapToObj(
			digit -> PlainImageJ.digit(digit).getProcessor()).toArray(
				ImageProcessor[]::new);
		final Overlay overlay = new Overlay();
		for (int i = 0; i < size; i++) {
			stack.addSlice(digits[i % 10]);
			final Roi roi = new Roi(0, 0, SIDE, SIDE);
			roi.setPosition(i + 1);
			roi.setName("own " + i);
			overlay.add(roi);
		}
		final ImagePlus image = new ImagePlus("stack", stack);
		image.setOverlay(overlay);
		return image;
	}

	private static void classify(final ImagePlus image, final String more) {
		PlainImageJ.run(Commands.CLASSIFY_ROIS, image, "model=[" + TinyModels
			.digits() + "] " + more);
	}

	private static List<String> rows() {
		final ResultsTable table = ResultsTable.getResultsTable();
		return IntStream.range(0, table.size()).mapToObj(table::getRowAsString).map(
			row -> row.substring(row.indexOf('\t') + 1)).toList();
	}

	private static List<String> names(final ImagePlus image) {
		return Arrays.stream(image.getOverlay().toArray()).map(Roi::getName)
			.toList();
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void escapeKeepsFinishedRowsAndRoisAndImageAsTheyWere() throws IOException {
		final ImagePlus image = stack(MANY, n -> {
			if (n == 2500) IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		});
		image.setSlice(3);
		image.setRoi(5, 6, 7, 8);
		image.changes = false;
		final List<String> names = names(image);
		final byte[] before = ((byte[]) image.getStack().getPixels(1)).clone();
		IJ.resetEscape();
		classify(image, "output=[" + folder.resolve("r.csv") +
			"] labelledRoiFile=[" + folder.resolve("r.zip") + "]");
		IJ.resetEscape();
		final List<String> finished = rows();
		assertTrue(finished.size() > 0 && finished.size() < MANY, finished.size() +
			" rows");
		assertEquals(List.of(), files());
		assertEquals(names, names(image));
		assertEquals(0, image.getOverlay().get(0).getGroup());
		assertNull(Roi.getGroupNames());
		assertEquals(3, image.getCurrentSlice());
		assertEquals(new Roi(5, 6, 7, 8).getBounds(), image.getRoi().getBounds());
		assertArrayEquals(before, (byte[]) image.getStack().getPixels(1));
		assertFalse(image.changes);
		assertFalse(image.isLocked());
		ResultsTable.getResultsTable().reset();
		classify(stack(MANY, n -> {}), "");
		assertEquals(rows().subList(0, finished.size()), finished);
	}

	@Test
	void anImageThatIsClosedMeanwhileIsClassifiedToTheEnd() throws IOException {
		final ImagePlus[] image = new ImagePlus[1];
		image[0] = stack(MANY, n -> {
			if (n != 7 || image[0] == null) return;
			image[0].close();
			image[0].flush();
		});
		classify(image[0], "output=[" + folder.resolve("r.csv") +
			"] labelledRoiFile=[" + folder.resolve("r.zip") + "]");
		assertEquals(MANY, rows().size());
		assertFalse(image[0].isLocked());
		assertEquals(List.of("r.csv", "r.zip"), files());
		assertEquals(MANY + 1, Files.readAllLines(folder.resolve("r.csv")).size());
		final List<String> closed = rows();
		ResultsTable.getResultsTable().reset();
		classify(stack(MANY, n -> {}), "");
		assertEquals(rows(), closed);
	}

	@Test
	void aLabelImageThatIsClosedMeanwhileCountsToTheEnd() {
		final ImageStack values = new ImageStack(SIDE, SIDE);
		for (int i = 0; i < MANY; i++) {
			final ImageProcessor plane = new ShortProcessor(SIDE, SIDE);
			plane.setValue(i % 2 * 1000 + 7);
			plane.fill(new OvalRoi(2, 2, SIDE - 4, SIDE - 4));
			values.addSlice(plane);
		}
		final ImagePlus labels = new ImagePlus("labels", values);
		final ImagePlus image = stack(MANY, n -> {
			if (n != 7) return;
			labels.close();
			labels.flush();
		});
		WindowManager.setTempCurrentImage(labels);
		Interpreter.batchMode = true;
		Interpreter.addBatchModeImage(labels);
		try {
			classify(image, "labels=labels");
		}
		finally {
			Interpreter.batchMode = false;
		}
		assertEquals(MANY, rows().size());
		assertEquals(List.of("7", "1007"), Arrays.asList(ResultsTable
			.getResultsTable().getColumnAsStrings("roi")).subList(0, 2));
	}

	@Test
	void aPlaneThatVanishesIsToldAndTheRoisStay() {
		final ImagePlus image = stack(20, n -> {});
		image.getOverlay().get(4).setPosition(77);
		classify(image, "");
		assertEquals(20, rows().size());
		assertTrue(rows().get(4).endsWith(
			"it lies on slice 77, but the image has 20"), rows().get(4));
		assertEquals("own 4", names(image).get(4));
	}

	@Test
	void twoRunsOnOneImageAreOneAndARefusal() throws Exception {
		final ImagePlus image = stack(MANY, n -> {});
		final ExecutorService other = Executors.newSingleThreadExecutor();
		try {
			final Future<?> first = other.submit(() -> classify(image, ""));
			while (!image.isLocked() && !first.isDone()) {
				TimeUnit.MILLISECONDS.sleep(1);
			}
			for (final Commands command : List.of(Commands.CLASSIFY_ROIS,
				Commands.CLASSIFY_IMAGE, Commands.MAP_CLASSES))
			{
				assertTrue(assertThrows(UserFailure.class, () -> PlainImageJ.run(
					command, image, "model=[" + TinyModels.digits() + "]")).getMessage()
					.contains("is locked"));
			}
			first.get(1, TimeUnit.MINUTES);
		}
		finally {
			other.shutdownNow();
		}
		assertEquals(MANY, rows().size());
		assertFalse(image.isLocked());
	}

	/** Each has an image of its own; all have one Results table. */
	@Test
	void differentCommandsAtTheSameTimeKeepAllRows() throws Exception {
		final ExecutorService threads = Executors.newFixedThreadPool(3);
		final CountDownLatch start = new CountDownLatch(1);
		final List<Future<?>> runs = new ArrayList<>();
		final int each = 6;
		for (int i = 0; i < 2 * each; i++) {
			final boolean rois = i % 2 == 0;
			runs.add(threads.submit(() -> {
				start.await();
				if (rois) classify(stack(12, n -> {}), "");
				else PlainImageJ.run(Commands.CLASSIFY_IMAGE, PlainImageJ.cell(),
					"model=[" + TinyModels.cells() + "]");
				return null;
			}));
		}
		start.countDown();
		for (final Future<?> run : runs) {
			run.get(2, TimeUnit.MINUTES);
		}
		threads.shutdown();
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals(each * 12 + each, table.size());
		int ofRois = 0;
		for (int row = 0; row < table.size();) {
			if (!table.getStringValue("image", row).equals("stack")) row++;
			else {
				for (int i = 0; i < 12; i++, row++) {
					assertEquals(i + 1, table.getValue("index", row));
				}
				ofRois++;
			}
		}
		assertEquals(each, ofRois);
	}
}
