
package io.github.cnnclassifier.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.io.RoiEncoder;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.augment.Augmentations;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.RegionList;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.imagej.reader.ImageJImageReader;
import io.github.cnnclassifier.imagej.roi.RegionOptions;
import io.github.cnnclassifier.imagej.roi.RegionSource;
import io.github.cnnclassifier.model.Architectures;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.ModelDetails;

/**
 * Reads thousands of mutated files, in a process of its own with little memory.
 * Prints a line for each that does anything but fail with an error for the user
 * or be read, and for each that takes too long.
 */
final class MutatedFiles {

	private static final long MOST_NANOS = 2_000_000_000L;
	private static final int MOST_CHARACTERS = 4000;
	/** A read that hangs: much more than any takes on a busy machine. */
	private static final long HANGING_MILLIS = 120_000;

	/** Without what ImageJ prints. */
	private static final PrintStream OUT = System.out;

	private final Path folder;
	private final Path images;
	private final Map<String, Integer> answers = new TreeMap<>();
	private final AtomicReference<String> current = new AtomicReference<>("");
	private int faults;
	private long slowest;

	private MutatedFiles(final Path folder) throws IOException {
		this.folder = folder;
		this.images = Files.createDirectories(folder.resolve("list"));
	}

	/** Does something with a file; anything may be thrown. */
	@FunctionalInterface
	private interface Door {

		void open(Path file) throws IOException;
	}

	/** What the files of one kind are made from, and how they are read. */
	private record Kind(String name, List<byte[]> good, String file, Door door) {
	}

	/**
	 * @param arguments number of models, number of each other kind, folder, and
	 *          nothing or the name of the only kind
	 */
	public static void main(final String[] arguments) throws IOException {
		System.setOut(new PrintStream(OutputStream.nullOutputStream()));
		final MutatedFiles run = new MutatedFiles(Path.of(arguments[2]));
		run.watch();
		final String only = arguments.length > 3 ? arguments[3] : "";
		if (only.isEmpty()) run.all(run.models(), Integer.parseInt(arguments[0]));
		for (final Kind kind : run.others()) {
			if (kind.name().startsWith(only)) run.all(kind, Integer.parseInt(
				arguments[1]));
		}
		OUT.println("answers " + run.answers + ", slowest " + run.slowest /
			1_000_000 + " ms, faults " + run.faults);
		System.exit(run.faults == 0 ? 0 : 1);
	}

	private void watch() {
		final Thread watch = new Thread(() -> {
			String before = null;
			while (true) {
				try {
					Thread.sleep(HANGING_MILLIS);
				}
				catch (final InterruptedException e) {
					return;
				}
				final String now = current.get();
				if (now.equals(before)) {
					OUT.println(now + " hangs");
					Runtime.getRuntime().halt(2);
				}
				before = now;
			}
		});
		watch.setDaemon(true);
		watch.start();
	}

	private Kind models() throws IOException {
		final ReferenceEngine engine = new ReferenceEngine();
		return new Kind("model", List.of(resource("v1.zip"), resource("v2.zip"),
			resource("v3.zip"), resource("v5.zip")), "model.zip", file -> {
				for (final var detail : ModelDetails.read(file))
					requireLine(detail.label() + detail.value());
				ModelArchive.read(file, engine);
			});
	}

	private static byte[] resource(final String name) throws IOException {
		try (InputStream in = MutatedFiles.class.getResourceAsStream("/archives/" +
			name))
		{
			return in.readAllBytes();
		}
	}

	private List<Kind> others() throws IOException {
		final String json = "{\"layers\": [{\"type\": \"conv\", \"filters\": 8, " +
			"\"kernel\": 3}, {\"type\": \"residual\", \"body\": [{\"type\": " +
			"\"batch-norm\"}, {\"type\": \"dropout\", \"rate\": 0.5}]}, {\"type\": " +
			"\"max-pool\", \"size\": 2}, {\"type\": \"global-average-pool\"}, " +
			"{\"type\": \"dense\", \"units\": \"classes\"}]}";
		final String yaml = "preset: microscopy   # x\nrotationDegrees: 45\n" +
			"flipVertical: false\nblurPixels: 0.8\n";
		Files.write(images.resolve("a.png"), Files.readAllBytes(Path.of(
			"src/main/resources/samples/digit.png")));
		final List<Kind> kinds = new ArrayList<>(List.of(new Kind("network", List
			.of(utf8(json)), "net.json", file -> Architectures.resolve(file
				.toString())), new Kind("augmentation", List.of(utf8(yaml)), "a.yaml",
					file -> Augmentations.resolve(file.toString())), list(), regionList(),
			idx(), rois()));
		GoodImages.byEnding().forEach((ending, good) -> kinds.add(new Kind(
			"image " + ending, good, "image." + ending, MutatedFiles::readImage)));
		return kinds;
	}

	private static void readImage(final Path file) {
		final ImageJImageReader reader = new ImageJImageReader();
		try {
			final ImagePlanes planes = reader.planes(file);
			for (int i = 0; i < Math.min(10, planes.count()); i++) {
				planes.plane(i);
			}
			reader.open(file);
		}
		// a row with a reason
		catch (final IOException e) {
			requireLegible(e.getMessage());
			throw new UserFailure(e.getMessage(), e);
		}
	}

	private Kind list() {
		final String list = "path,class,group,split,x,y,width,height,slice\n" +
			"a.png,one,g1,train,0,0,8,8,1\n\"a.png\",\"t w o\",g2,train,4,4,9,9,\n" +
			"no.png,one,,,,,,,\n";
		return new Kind("list", List.of(utf8(list), utf8("sep=;\n" + list.replace(
			',', ';')), utf8(list.replace(',', '\t'))), "list/list.csv",
			file -> readAll(LabeledImages.open(file, new ImageJImageReader(), Set
				.of())));
	}

	private Kind regionList() {
		return new Kind("list of regions", List.of(utf8("path,class,group,source," +
			"x,y,width,height\na/1.tif,a,i.tif,i.tif,0,0,8,8\n\"a/2.tif\",a,\"my," +
			"group\",i.tif,9,0,8,8\n")), "regions.csv", file -> RegionList.of(file
				.getParent()).places("i.tif"));
	}

	private Kind idx() throws IOException {
		final Path idx = Files.createDirectories(folder.resolve("idx"));
		final byte[] labels = { 0, 0, 8, 1, 0, 0, 0, 4, 0, 1, 0, 1 };
		Files.write(idx.resolve("train-labels-idx1-ubyte"), labels);
		final byte[] pixels = new byte[16 + 4 * 6];
		final byte[] head = { 0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 2, 0, 0, 0, 3 };
		System.arraycopy(head, 0, pixels, 0, head.length);
		final ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (var gzip = new GZIPOutputStream(packed)) {
			gzip.write(pixels);
		}
		return new Kind("IDX", List.of(pixels, packed.toByteArray()),
			"idx/train-images-idx3-ubyte", file -> readAll(LabeledImages.open(file,
				new ImageJImageReader(), Set.of())));
	}

	private static void readAll(final LabeledImages found) {
		found.labels().forEach(MutatedFiles::requireLine);
		int count = 0;
		for (final Sample sample : found.samples()) {
			if (++count > 10) return;
			try {
				sample.source().read();
			}
			// a row with a reason
			catch (final IOException e) {
				requireLegible(e.getMessage());
			}
		}
	}

	private static Kind rois() throws IOException {
		final ImagePlus image = IJ.createImage("image", 64, 64, 1, 8);
		final Roi named = new Roi(3, 4, 20, 10);
		named.setName("cell-1");
		named.setProperty("key", "value");
		named.setGroup(3);
		final Roi parts = new PolygonRoi(new float[] { 1.5f, 30, 20 }, new float[] {
			2, 3.25f, 40 }, 3, Roi.POLYGON);
		final PolygonRoi curve = new PolygonRoi(new float[] { 1, 30, 20 },
			new float[] { 2, 3, 40 }, 3, Roi.POLYGON);
		curve.fitSpline();
		final Roi composite = new ShapeRoi(new Roi(0, 0, 9, 9)).or(new ShapeRoi(
			new OvalRoi(20, 20, 15, 9)));
		final ByteArrayOutputStream zip = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(zip)) {
			for (final String name : List.of("a.roi", "b.roi")) {
				out.putNextEntry(new ZipEntry(name));
				out.write(RoiEncoder.saveAsByteArray(named));
			}
		}
		final RegionOptions[] options = new RegionOptions[1];
		return new Kind("ROI", List.of(RoiEncoder.saveAsByteArray(named), RoiEncoder
			.saveAsByteArray(new OvalRoi(2.5, 3.5, 10.25, 7)), RoiEncoder
				.saveAsByteArray(parts), RoiEncoder.saveAsByteArray(curve), RoiEncoder
					.saveAsByteArray(composite), RoiEncoder.saveAsByteArray(new TextRoi(1,
						2, "hello")), RoiEncoder.saveAsByteArray(new PointRoi(5, 6)), zip
							.toByteArray()), "a.roi", file -> {
								options[0] = new RegionOptions(RegionOptions.AUTO, Optional.of(
									file), "");
								RegionSource.of(image, options[0], Progress.none()).unusable()
									.forEach(roi -> requireLegible(roi.reason()));
							});
	}

	private static byte[] utf8(final String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private void all(final Kind kind, final int count) throws IOException {
		final Path file = folder.resolve(kind.file());
		for (final byte[] good : kind.good()) {
			Files.write(file, good);
			kind.door().open(file);
		}
		for (int seed = 0; seed < count; seed++) {
			final Random random = new Random(kind.name().hashCode() * 31L + seed);
			final Mutation mutation = new Mutation(random);
			final byte[] good = kind.good().get(seed % kind.good().size());
			Files.write(file, good.length > 4 && good[0] == 'P' && good[1] == 'K'
				? mutation.ofZip(good) : mutation.of(good));
			current.set(kind.name() + " " + seed);
			one(kind, file);
		}
	}

	private void one(final Kind kind, final Path file) {
		final var threads = ManagementFactory.getThreadMXBean();
		final long start = threads.getCurrentThreadCpuTime();
		String answer = "read";
		try {
			kind.door().open(file);
		}
		catch (final UserFailure e) {
			answer = "refused";
			if (!legible(e.getMessage())) fault("says what is not legible: " + e
				.getMessage());
		}
		catch (final Throwable e) {
			answer = "fault";
			fault("throws " + e + " at " + List.of(e.getStackTrace()).stream().limit(
				6).toList());
		}
		answers.merge(kind.name() + " " + answer, 1, Integer::sum);
		final long nanos = threads.getCurrentThreadCpuTime() - start;
		slowest = Math.max(slowest, nanos);
		if (nanos > MOST_NANOS) fault("takes " + nanos / 1_000_000 + " ms");
	}

	private void fault(final String what) {
		faults++;
		OUT.println(current.get() + " " + what.substring(0, Math.min(900, what
			.length())));
	}

	private static boolean legible(final String text) {
		return text.length() <= MOST_CHARACTERS && Legible.lines(text).equals(text);
	}

	private static void requireLegible(final String text) {
		if (!legible(text)) throw new IllegalStateException("not legible: " +
			Legible.quote(text));
	}

	private static void requireLine(final String text) {
		if (!Legible.isLine(text)) throw new IllegalStateException("no line: " +
			Legible.quote(text));
	}
}
