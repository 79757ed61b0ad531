"use client";

import { useEffect, useState } from "react";

const KEY = "accession-sound";

/** Whether this device sounds its refusals; it does until somebody turns it off here. */
export function useSound(): [isOn: boolean, turn: (isOn: boolean) => void] {
  const [isOn, setOn] = useState(true);

  useEffect(() => {
    try {
      setOn(localStorage.getItem(KEY) !== "off");
    } catch {
      // A browser that keeps nothing sounds them.
    }
  }, []);

  return [
    isOn,
    (next) => {
      setOn(next);
      try {
        localStorage.setItem(KEY, next ? "on" : "off");
      } catch {
        // It holds until the page is left.
      }
    },
  ];
}
