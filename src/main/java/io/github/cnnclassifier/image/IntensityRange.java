package io.github.cnnclassifier.image;

/**
 * The pixel values that become 0 and 1 in the network's input.
 *
 * @param min finite, below {@code max}
 * @param max finite
 */
public record IntensityRange(double min,double max){

/** @throws IllegalArgumentException unless min is below max, both finite */
public IntensityRange{if(!(min<max)||Double.isInfinite(min)||Double.isInfinite(max))throw new IllegalArgumentException("Expected min < max, got "+min+".."+max);}

/** @return for instance "0..255": whole numbers without decimals */
@Override public String toString(){return number(min)+".."+number(max);}

private static String number(final double v){return v==Math.rint(v)&&Math.abs(v)<1e15?Long.toString((long)v):Double.toString(v);}}
