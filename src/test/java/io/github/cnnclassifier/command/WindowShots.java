
package io.github.cnnclassifier.command;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;
import javax.swing.UIManager;
import javax.swing.plaf.ColorUIResource;
import javax.swing.plaf.metal.DefaultMetalTheme;
import javax.swing.plaf.metal.MetalLookAndFeel;

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

	/** A look of light text on dark ground, for windows made from now on. */
	static void dark() throws Exception {
		look(new DefaultMetalTheme() {

			@Override
			protected ColorUIResource getBlack() {
				return new ColorUIResource(0xDDDDDD);
			}

			@Override
			protected ColorUIResource getWhite() {
				return new ColorUIResource(0x2B2B2B);
			}

			@Override
			protected ColorUIResource getSecondary1() {
				return new ColorUIResource(0x777777);
			}

			@Override
			protected ColorUIResource getSecondary2() {
				return new ColorUIResource(0x555555);
			}

			@Override
			protected ColorUIResource getSecondary3() {
				return new ColorUIResource(0x3C3F41);
			}

			@Override
			protected ColorUIResource getPrimary1() {
				return new ColorUIResource(0x9999CC);
			}

			@Override
			protected ColorUIResource getPrimary2() {
				return new ColorUIResource(0x6666AA);
			}

			@Override
			protected ColorUIResource getPrimary3() {
				return new ColorUIResource(0x444477);
			}
		});
		UIManager.put("Button.gradient", null);
		UIManager.put("ScrollBar.gradient", null);
		UIManager.put("TableHeader.background", new ColorUIResource(new Color(
			0x3C3F41)));
	}

	static void light() throws Exception {
		look(new DefaultMetalTheme());
		UIManager.put("TableHeader.background", null);
		UIManager.put("Button.gradient", null);
	}

	private static void look(final DefaultMetalTheme theme) throws Exception {
		MetalLookAndFeel.setCurrentTheme(theme);
		UIManager.setLookAndFeel(new MetalLookAndFeel());
	}
}
