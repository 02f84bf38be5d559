
package io.github.cnnclassifier.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

import io.github.cnnclassifier.inference.HeatMap;

/**
 * Heat maps as pictures over images: what matters glows, the rest of the image
 * is seen as it is. A map without evidence leaves the image as it is.
 */
public final class HeatPicture {

	/** How much of the image the strongest color hides. */
	private static final double STRONGEST = 0.75;
	private static final int OPAQUE = 255;

	private HeatPicture() {}

	/**
	 * @param map any
	 * @return of the size of the map, to be laid over its image: the colors of
	 *         {@link HeatColors} from 0 to {@link HeatMap#top()}, the more opaque
	 *         the stronger; nothing where values are 0 or below, and nothing at
	 *         all without evidence
	 */
	public static BufferedImage layer(final HeatMap map) {
		final BufferedImage layer = new BufferedImage(map.width(), map.height(),
			BufferedImage.TYPE_INT_ARGB);
		if (!map.hasEvidence()) return layer;
		final double top = map.top();
		final int[] colors = new int[map.values().length];
		for (int i = 0; i < colors.length; i++) {
			final double share = Math.max(0, map.values()[i] / top);
			colors[i] = (int) Math.round(OPAQUE * STRONGEST * share) << 24 |
				HeatColors.at(share);
		}
		layer.setRGB(0, 0, map.width(), map.height(), colors, 0, map.width());
		return layer;
	}

	/**
	 * @param picture of the image that the map is of, in any size; only read
	 * @param map any; drawn smoothly in the size of the picture
	 * @return a new picture of 24-bit color, as large as the given one
	 */
	public static BufferedImage over(final BufferedImage picture,
		final HeatMap map)
	{
		final BufferedImage both = new BufferedImage(picture.getWidth(), picture
			.getHeight(), BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = both.createGraphics();
		try {
			graphics.drawImage(picture, 0, 0, null);
			graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
				RenderingHints.VALUE_INTERPOLATION_BILINEAR);
			graphics.drawImage(layer(map), 0, 0, both.getWidth(), both.getHeight(),
				null);
		}
		finally {
			graphics.dispose();
		}
		return both;
	}
}
