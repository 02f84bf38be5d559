
package io.github.cnnclassifier.tour;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import ij.ImageJ;
import io.github.cnnclassifier.command.GuiImageJ;

/**
 * Goes through the tasks of the first hour, counts what they take and writes a
 * picture of each step. Started by docs/make-images, which gives it a display
 * of its own; {@code user.home} is the folder that the pictures show.
 */
final class Tours {

	private static final int MILLIS_BETWEEN = 40;
	/** As many as come by themselves, unless somebody has no time for that. */
	private static final int EPOCHS = Integer.getInteger("tours.epochs", 0);

	private Tours() {}

	/**
	 * @param args the folder for the pictures, existing; then names of tours, all
	 *          if there are none. With {@code -Dtours.images=FOLDER} they take
	 *          the class folders of a set that somebody has, in place of drawn
	 *          images; with {@code -Dtours.epochs=N} trainings are short.
	 */
	public static void main(final String[] args) throws Exception {
		// else the windows would keep a failed run alive
		Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
			failure.printStackTrace();
			System.exit(1);
		});
		final Path pictures = Path.of(args[0]).toAbsolutePath();
		final Path home = Path.of(System.getProperty("user.home"));
		final Optional<Path> images = Optional.ofNullable(System.getProperty(
			"tours.images")).map(Path::of);
		final List<String> wanted = List.of(args).subList(1, args.length);
		final ImageJ imageJ = GuiImageJ.start(Files.createTempDirectory("imagej"));
		final List<Counted> counted = new ArrayList<>();
		final List<String> faults = new ArrayList<>();
		for (final Tour tour : all()) {
			if (!wanted.isEmpty() && !wanted.contains(tour.name())) continue;
			tour.prepare(home, images);
			final Desk desk = new Desk(imageJ, Optional.of(pictures), MILLIS_BETWEEN,
				true);
			final long begin = System.nanoTime();
			try {
				tour.go(desk);
			}
			catch (final Exception | AssertionError e) {
				desk.step(tour.name() + "-failed");
				throw e;
			}
			finally {
				for (final String fault : desk.faults())
					faults.add(tour.name() + ": " + fault);
				faults.forEach(System.out::println);
			}
			counted.add(new Counted(tour.task(), desk.hand().clicks(), desk.hand()
				.keys(), TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)));
			System.out.println(Counted.table(counted));
			desk.clear();
		}
		Files.writeString(pictures.resolve("counted.md"), Counted.table(counted));
		System.exit(faults.isEmpty() ? 0 : 1);
	}

	private static List<Tour> all() {
		return List.of(new FirstAnswerTour(), new UnequalClassesTour(EPOCHS),
			new FewImagesTour(20, EPOCHS), new MendedMistakeTour(44, 16, EPOCHS),
			new LabelTour(240, 200));
	}
}
