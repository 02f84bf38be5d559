
package io.github.cnnclassifier.command;

import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

/** What windows look like, in target/screens, for whoever wants to see it. */
final class WindowShots {

	private static final Path FOLDER = Path.of("target/screens");

	private WindowShots() {}

	static void save(final Window window, final String name) throws Exception {
		Files.createDirectories(FOLDER);
		// what is drawn last is seen, too
		TimeUnit.MILLISECONDS.sleep(400);
		final Rectangle bounds = window.getBounds();
		ImageIO.write(new Robot().createScreenCapture(bounds), "png", FOLDER
			.resolve(name + ".png").toFile());
	}
}
